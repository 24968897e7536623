import type { Answer } from '../../harness/api-client.ts';
import { call, succeed } from '../../harness/api-client.ts';
import type { Act, Expectation } from '../../expected/types.ts';
import { looked } from './outcome.ts';
import { attach, type Rehearsal } from './rehearsal.ts';
import type { CampaignDetails, ProblemDocument } from './shapes.ts';

/** An act that did not end as the example says, or a look that did not show what it says. */
export type Surprise = { readonly at: string; readonly act: string } & Readonly<Record<string, unknown>>;

/** Does the acts of a worked example over HTTP, each at its instant. */
export async function play(
  its: Rehearsal,
  { acts }: Pick<Expectation, 'acts'>,
): Promise<readonly Surprise[]> {
  const surprises: Surprise[] = [];
  let now = '';
  for (const act of acts) {
    // Moving waits for rest, also where the clock stands already.
    if (act.at === now) await its.rest();
    else await its.moveTo(act.at);
    now = act.at;
    const about = { at: act.at, act: act.act, unit: 'unit' in act ? act.unit : '' };
    if (act.act === 'check') {
      surprises.push(...(await looked(its, act)).map((saw) => ({ ...about, saw })));
      continue;
    }
    const { status, body } = await perform(its, act);
    const wanted = 'refused' in act ? (act.refused ?? []) : [];
    const codes = status < 400 ? [] : body.problems.map(({ code }) => code);
    const asWanted = wanted.length === 0 ? codes.length === 0 : wanted.every((code) => codes.includes(code));
    if (!asWanted) surprises.push({ ...about, status, wanted, codes, detail: body.detail });
  }
  await its.rest();
  return surprises;
}

type Done = Promise<Answer<ProblemDocument>>;

async function perform(its: Rehearsal, act: Exclude<Act, { act: 'check' }>): Done {
  switch (act.act) {
    case 'acknowledge':
      return on(its, act, { path: 'acknowledgement' });
    case 'acknowledgeActorTask':
      return acknowledgeTask(its, act);
    case 'disseminate':
      return its.post(`periods/${act.period}/units/${act.unit}/dissemination`);
    case 'submit':
      return submit(its, act);
    case 'accept':
    case 'return': {
      const { version, revision: expectedRevision } = await its.owed(act.unit, act.period);
      if (act.act === 'accept')
        return on(its, act, { path: `reports/${version}/acceptance`, body: { expectedRevision } });
      const { reason, reworkDueAt } = act;
      return on(its, act, {
        path: `reports/${version}/return`,
        body: { expectedRevision, reason, reworkDueAt },
      });
    }
    case 'askExtension':
      return on(its, act, { path: 'extensions', body: { date: act.date, reason: act.reason } });
    case 'grantExtension':
      return grant(its, act);
    case 'sign': {
      const { unit, revision, ownPart } = act;
      const part = ownPart === undefined ? {} : { ownPart: { [await onlyReport(its)]: ownPart } };
      return its.post(`periods/${act.period}/units/${unit}/consolidations/${revision}/signature`, part);
    }
    case 'close':
      return its.post('close');
  }
}

/** A POST below the obligation of a unit. */
async function on(
  its: Rehearsal,
  { unit, period }: { readonly unit: string; readonly period: string },
  { path, body = {} }: { readonly path: string; readonly body?: unknown },
): Done {
  return call('POST', `/api/obligations/${(await its.owed(unit, period)).id}/${path}`, { body });
}

async function acknowledgeTask(its: Rehearsal, { unit, task }: { unit: string; task: string }): Done {
  const query = new URLSearchParams({ campaign: its.id, unit });
  const { items } = await succeed<{ items: { id: string; taskId: string }[] }>(
    'GET',
    `/api/actor-tasks?${query}`,
  );
  const id = items.find(({ taskId }) => taskId === task)?.id ?? 'none';
  return call('POST', `/api/actor-tasks/${id}/acknowledgement`, { body: {} });
}

async function submit(its: Rehearsal, act: Extract<Act, { act: 'submit' }>): Done {
  const { id } = await its.owed(act.unit, act.period);
  const attachments: string[] = [];
  for (const [index, { kind, file }] of act.files.entries()) {
    // The same file sent twice is one attachment: each goes under a name of its own.
    const sent = await attach(id, { kind, file, name: `${index + 1}-${file}` });
    if (sent.status >= 400) return sent;
    attachments.push(sent.body.id);
  }
  return call('POST', `/api/obligations/${id}/reports`, { body: { ...act.input, attachments } });
}

async function grant(its: Rehearsal, act: Extract<Act, { act: 'grantExtension' }>): Done {
  const { extensions, revision } = await its.details(act.unit, act.period);
  const asked = extensions.find(({ state }) => state === 'asked');
  const body = {
    expectedRevision: revision,
    decision: asked?.askedDate === act.date ? 'grant' : 'counter',
    date: act.date,
    beyondParent: act.beyondParent,
  };
  return call('POST', `/api/extensions/${asked?.id ?? 'none'}/decision`, { body });
}

async function onlyReport(its: Rehearsal): Promise<string> {
  const { reports } = await succeed<CampaignDetails>('GET', `/api/campaigns/${its.id}`);
  return reports[0]?.id ?? '';
}
