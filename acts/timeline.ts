import { declaredEvents, periodsOf, planTexts, timelineSteps, type TimelineStep } from '#db';
import { shownCode, startOfDay, wholeDate } from '#engine';
import {
  type Directive,
  type LegalBasis,
  ok,
  type PartialDate,
  type Result,
  TIMELINE_KINDS,
  type TimelineKind,
} from '#model';
import { seenCampaign } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { definitionOf } from './scene.ts';

interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly at: string;
  /** Of the last one, where `units` is more than one. */
  readonly until: string | null;
  readonly unitName: string | null;
  /** Units that did the same in the same period on the same level. */
  readonly units: number;
  readonly periodLabel: string | null;
  readonly documentCode: string | null;
  readonly letterId: string | null;
  readonly revision: number | null;
  /** What an official wrote: subject of the letter, name of the event. */
  readonly text: string | null;
}

export interface CampaignTimeline {
  /** What the first letter is based on, in its order. */
  readonly basis: readonly LegalBasis[];
  readonly documentCode: string | null;
  readonly entries: readonly TimelineEntry[];
}

/** From the first letter to the last consolidation; as far as the reader sees the units. */
export async function campaignTimeline(ctx: ActContext, id: string): Promise<Result<CampaignTimeline>> {
  const seen = await seenCampaign(ctx.pool, ctx, id);
  if (!seen.ok) return seen;
  const campaign = seen.value;
  const directive = (await planTexts(ctx.pool, id))?.directive ?? null;
  const definition = await definitionOf(ctx.pool, campaign);
  const periods = await periodsOf(ctx.pool, id);
  const labels = new Map(periods.map(({ key, label }) => [key, periods.length > 1 ? label : null]));
  const steps = await timelineSteps(ctx.pool, { campaignId: id, scope: ctx.principal.unitId });
  const documentCode = directive === null ? null : codeOf(directive);
  const issuedAt = dayOf(directive?.issuedDate ?? null);
  const entries: TimelineEntry[] = [
    ...(directive === null || issuedAt === null
      ? []
      : [
          {
            ...NOTHING,
            kind: 'issued' as const,
            at: issuedAt,
            unitName: directive.issuingBody,
            documentCode,
            text: directive.subject,
          },
        ]),
    { ...NOTHING, kind: 'started', at: campaign.startedAt },
    ...periods.flatMap(({ key, openedAt, closedAt }): TimelineEntry[] => {
      const periodLabel = labels.get(key) ?? null;
      return [
        ...(openedAt === null || periodLabel === null
          ? []
          : [{ ...NOTHING, kind: 'periodOpened' as const, at: openedAt, periodLabel }]),
        ...(closedAt === null || periodLabel === null
          ? []
          : [{ ...NOTHING, kind: 'periodClosed' as const, at: closedAt, periodLabel }]),
      ];
    }),
    ...(await declaredEvents(ctx.pool, id))
      .filter(({ unitId }) => unitId === '')
      .map(({ event, declaredAt }) => ({
        ...NOTHING,
        kind: 'eventDeclared' as const,
        at: declaredAt,
        text: definition.events.find(({ key }) => key === event)?.label ?? event,
      })),
    ...inGroups(steps).map((group) => entryOf(group, { labels, system: directive?.system ?? 'state' })),
    ...(campaign.closedAt === null || campaign.status === 'running'
      ? []
      : [{ ...NOTHING, kind: campaign.status, at: campaign.closedAt }]),
  ];
  entries.sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : TIMELINE_KINDS.indexOf(a.kind) - TIMELINE_KINDS.indexOf(b.kind),
  );
  return ok({ basis: directive?.legalBasis ?? [], documentCode, entries });
}

const NOTHING = {
  until: null,
  unitName: null,
  units: 0,
  periodLabel: null,
  documentCode: null,
  letterId: null,
  revision: null,
  text: null,
} as const;

/** More than so many of one level are told as one entry: 34 provinces pass on, not 34 lines. */
const SINGLY = 5;

/** Steps of one kind, level and period together where they are many; in the order of their first ones. */
export function inGroups(steps: readonly TimelineStep[]): readonly (readonly TimelineStep[])[] {
  const groups = new Map<string, TimelineStep[]>();
  for (const step of steps) {
    const key = JSON.stringify([step.kind, step.periodKey, step.depth]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [step]);
    else group.push(step);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > SINGLY ? [group] : group.map((step) => [step]),
  );
}

interface Campaign {
  readonly labels: ReadonlyMap<string, string | null>;
  /** A letter that a system wrote of says only its code; it is of the directive's system. */
  readonly system: Directive['system'];
}

function entryOf(group: readonly TimelineStep[], { labels, system }: Campaign): TimelineEntry {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new Error('a group without a step');
  const one = group.length === 1 ? first : null;
  return {
    kind: first.kind,
    at: first.at,
    until: one === null ? last.at : null,
    unitName: one?.unitName ?? null,
    units: new Set(group.map(({ unitId }) => unitId)).size,
    periodLabel: labels.get(first.periodKey) ?? null,
    documentCode: one === null ? null : letterCode(one, system),
    letterId: one?.letterId ?? null,
    revision: one?.revision ?? null,
    text: one?.document?.subject ?? one?.letter?.subject ?? null,
  };
}

function letterCode({ document, letter }: TimelineStep, system: Directive['system']): string | null {
  if (document !== null) return codeOf(document);
  const { codeNumber, codeNotation } = letter ?? {};
  return codeNumber === undefined || codeNotation === undefined
    ? null
    : shownCode({ codeNumber, codeNotation }, system);
}

const codeOf = (directive: Directive): string | null =>
  directive.codeNumber === null ? null : shownCode(directive, directive.system);

/** The beginning of a whole day; a date known in part has no place on a line of time. */
function dayOf(date: PartialDate | null): string | null {
  const day = wholeDate(date);
  return day === null ? null : startOfDay(day);
}
