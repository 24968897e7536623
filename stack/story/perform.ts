import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { StackError } from '../messages.ts';
import type { Story, StoryAct, Told } from './story.ts';

const Owed = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  revision: z.number(),
  kind: z.string(),
});
const Anything = z.unknown();

export interface Stage {
  readonly caller: Caller;
  readonly story: Story;
  readonly campaignId: string;
  readonly key: string;
}

/** One act of an official, over HTTP. */
export async function perform(act: StoryAct, stage: Stage): Promise<void> {
  switch (act.act) {
    case 'acknowledge':
      for (const unit of act.units) await onOwed(unit, stage, { path: 'acknowledgement' });
      return;
    case 'accept':
      for (const unit of act.units) await decide(unit, stage, { way: 'acceptance', body: {} });
      return;
    case 'return': {
      const body = { reason: act.reason, reworkDueAt: startOf(act.before) };
      return decide(act.unit, stage, { way: 'return', body });
    }
    case 'report':
      return onOwed(act.unit, stage, { path: 'reports', body: inputOf(act.told) });
    case 'askExtension': {
      const { before: date, reason } = act;
      return onOwed(act.unit, stage, { path: 'extensions', body: { date, reason } });
    }
    case 'grantExtension':
      return grant(act.unit, stage);
    case 'disseminate':
      await post(stage, { path: `${placeOf(act.unit, stage)}/dissemination` });
      return;
    case 'sign':
      return sign(act, stage);
  }
}

interface Post {
  readonly path: string;
  readonly body?: unknown;
  /** Where one act makes several calls. */
  readonly of?: string;
}

async function post({ caller, key }: Stage, { path, body, of = '' }: Post): Promise<void> {
  await caller.post(path, { body, key: `${key}${of}`, schema: Anything });
}

const placeOf = (unit: string, { campaignId, story }: Stage) =>
  `/api/campaigns/${campaignId}/periods/${story.period}/units/${unit}`;

async function owed(unit: string, { caller, campaignId, story }: Stage) {
  const query = `campaign=${campaignId}&period=${story.period}&unit=${unit}&`;
  const [first] = await caller.all(`/api/obligations?${query}`, Owed);
  if (first === undefined) throw new StackError(`${unit} không có việc nào.`, `${unit} owes nothing.`);
  return first;
}

async function onOwed(unit: string, stage: Stage, { path, body }: Post): Promise<void> {
  const { id } = await owed(unit, stage);
  await post(stage, { path: `/api/obligations/${id}/${path}`, body, of: unit });
}

/** Told again after an interruption, a report that was decided is left alone. */
async function decide(
  unit: string,
  stage: Stage,
  { way, body }: { way: 'acceptance' | 'return'; body: object },
): Promise<void> {
  const { id, status, version, revision } = await owed(unit, stage);
  if (status !== 'submitted') return;
  const path = `/api/obligations/${id}/reports/${version}/${way}`;
  await post(stage, { path, body: { ...body, expectedRevision: revision }, of: unit });
}

async function grant(unit: string, stage: Stage): Promise<void> {
  const Details = z.object({ extensions: z.array(z.object({ id: z.string(), state: z.string() })) });
  const { id, revision } = await owed(unit, stage);
  const { extensions } = await stage.caller.get(`/api/obligations/${id}`, Details);
  for (const asked of extensions.filter(({ state }) => state === 'asked')) {
    const body = { decision: 'grant', expectedRevision: revision };
    await post(stage, { path: `/api/extensions/${asked.id}/decision`, body });
  }
}

async function sign(act: Extract<StoryAct, { act: 'sign' }>, stage: Stage): Promise<void> {
  const Drawn = z.object({ items: z.array(z.object({ revision: z.number(), state: z.string() })) });
  const place = placeOf(act.unit, stage);
  const { items } = await stage.caller.get(`${place}/consolidations`, Drawn);
  const newest = items.toSorted((a, b) => b.revision - a.revision)[0];
  if (newest?.state !== 'draft') return;
  const { attachments: _none, ...own } = inputOf(act.ownPart ?? 'nil');
  const body = act.ownPart === undefined ? {} : { ownPart: { [stage.story.reportId]: own } };
  await post(stage, { path: `${place}/consolidations/${newest.revision}/signature`, body });
}

function inputOf(told: Told | 'nil') {
  if (told === 'nil') return { nil: true, values: {}, sections: {}, attachments: [], note: '' };
  return { nil: false, values: told.figures, sections: told.sections ?? {}, attachments: [], note: '' };
}

/** `before` a date means: until the night before it begins in Vietnam. */
const startOf = (date: string) => new Date(`${date}T00:00:00+07:00`).toISOString();
