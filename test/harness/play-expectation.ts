import type { Pool } from 'pg';
import {
  type ActContext,
  acceptReport,
  acknowledge,
  acknowledgeActorTask,
  askExtension,
  closeCampaign,
  decideExtension,
  disseminate,
  getObligation,
  listActorTasks,
  listObligations,
  registerAttachment,
  returnReport,
  signConsolidation,
  startCampaign,
  submitReport,
} from '#acts';
import type { Principal, Result } from '#model';
import type { Act, Expectation } from '../expected/types.ts';
import { sequentialDriver } from './sequential-driver.ts';
import { codesOf, valueOf } from './value-of.ts';

export interface Played {
  readonly campaignId: string;
  /** `<instant> <unit> <codes>` of acts that did not end as the example says. */
  readonly surprises: readonly string[];
  readonly observed: ReadonlyMap<string, number>;
}

interface Stage {
  readonly pool: Pool;
  readonly principal: Principal;
  readonly definitionId: string;
  /** Who acts for a unit, and through which eyes: each act is the doing of the unit that it belongs to. */
  readonly official: (unitId: string) => ActContext;
}

/** Lives a worked example through with real rows and the real acts, without Temporal. */
export async function playExpectation(expectation: Expectation, where: Stage): Promise<Played> {
  const { pool, principal, definitionId } = where;
  const ctx = { pool, principal };
  const driver = sequentialDriver(pool, principal);
  const { rootUnitId, startAt, parameters } = expectation.start;
  const started = await startCampaign(ctx, {
    definitionId,
    mode: 'rehearsal',
    rootUnitId,
    startAt,
    parameters,
  });
  const campaignId = valueOf(started).id;
  await driver.settleAll();
  const surprises: string[] = [];
  for (const act of expectation.acts) {
    await driver.advance(campaignId, { to: act.at });
    const result = await perform({ ...where, ctx, rootUnitId }, campaignId, act);
    const expected = 'refused' in act ? (act.refused ?? []) : [];
    const codes = codesOf(result);
    if (expected.length === 0 ? codes.length > 0 : !expected.every((code) => codes.includes(code))) {
      surprises.push(`${act.at} ${act.act} ${'unit' in act ? act.unit : ''} ${codes.join(',')}`);
    }
    await driver.settleAll();
  }
  if (!expectation.acts.some(({ act }) => act === 'close')) await driver.advance(campaignId, { toEnd: true });
  return { campaignId, surprises, observed: driver.observed };
}

type Acting = Stage & { readonly ctx: ActContext; readonly rootUnitId: string };

async function perform(
  { ctx, official, rootUnitId }: Acting,
  campaignId: string,
  act: Act,
): Promise<Result<unknown>> {
  const periodKey = act.period;
  const owed = async (unitId: string) => {
    const [first] = valueOf(await listObligations(ctx, { campaignId, periodKey, unitId })).items;
    if (first === undefined) throw new Error(`${unitId} owes nothing in ${periodKey}`);
    return first;
  };
  const above = async (unitId: string) => {
    const { collectorUnitId, disseminatorUnitId } = await owed(unitId);
    return official(collectorUnitId ?? disseminatorUnitId);
  };
  switch (act.act) {
    case 'acknowledge':
      return acknowledge(official(act.unit), { obligationId: (await owed(act.unit)).id });
    case 'acknowledgeActorTask': {
      const tasks = valueOf(await listActorTasks(official(act.unit), { campaignId, unitId: act.unit })).items;
      return acknowledgeActorTask(official(act.unit), {
        actorTaskId: tasks.find(({ taskId }) => taskId === act.task)?.id ?? '',
      });
    }
    case 'disseminate':
      return disseminate(official(act.unit), { campaignId, periodKey, unitId: act.unit });
    case 'submit': {
      const obligationId = (await owed(act.unit)).id;
      const attachments: string[] = [];
      for (const [index, { kind, file }] of act.files.entries()) {
        const [, extension = ''] = file.split('.');
        const sha256 = `${act.unit}${act.at}${index}`;
        const about = {
          obligationId,
          kind,
          fileName: file,
          extension,
          mediaType: 'application/octet-stream',
          bytes: 1,
          sha256,
        };
        const stored = await registerAttachment(official(act.unit), about);
        if (!stored.ok) return stored;
        attachments.push(stored.value.id);
      }
      return submitReport(official(act.unit), { obligationId, input: { ...act.input, attachments } });
    }
    case 'accept': {
      const { id, version } = await owed(act.unit);
      return acceptReport(await above(act.unit), { obligationId: id, no: version });
    }
    case 'return': {
      const { id, version } = await owed(act.unit);
      const { reason, reworkDueAt } = act;
      return returnReport(await above(act.unit), { obligationId: id, no: version, reason, reworkDueAt });
    }
    case 'askExtension':
      return askExtension(official(act.unit), {
        obligationId: (await owed(act.unit)).id,
        date: act.date,
        reason: act.reason,
      });
    case 'grantExtension': {
      const { extensions } = valueOf(await getObligation(official(act.unit), (await owed(act.unit)).id));
      const asked = extensions.find(({ state }) => state === 'asked');
      const { beyondParent, date } = act;
      const decision = date === asked?.askedDate ? 'grant' : 'counter';
      return decideExtension(await above(act.unit), {
        extensionId: asked?.id ?? '',
        decision,
        date,
        beyondParent,
      });
    }
    case 'sign': {
      const { unit: unitId, revision, ownPart } = act;
      const part =
        ownPart === undefined
          ? {}
          : { ownPart: { [await reportOf(ctx, campaignId)]: { ...ownPart, attachments: [] } } };
      return signConsolidation(official(unitId), { campaignId, periodKey, unitId, revision, ...part });
    }
    case 'close':
      return closeCampaign(official(rootUnitId), { campaignId });
    case 'check':
      return { ok: true, value: null };
  }
}

async function reportOf(ctx: ActContext, campaignId: string): Promise<string> {
  const { items } = valueOf(await listObligations(ctx, { campaignId, limit: 200 }));
  return items.find(({ reportId }) => reportId !== null)?.reportId ?? '';
}
