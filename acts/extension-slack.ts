import { dueOfCollector, unitNames } from '#db';
import { civilDateOf, deadlineInForce, lastDayOnTime } from '#engine';
import { type CivilDate, ok, type Result } from '#model';
import type { ActContext } from './context.ts';
import { calendarOf, covered } from './lateness.ts';
import { definitionOf, seenObligation } from './scene.ts';

/** How much room there is between a unit's deadline and that of the unit which collects its report. */
export interface ExtensionSlack {
  /** Last day on time of the deadline in force; null: there is none to extend. */
  readonly lastDay: CivilDate | null;
  readonly dueBound: 'before' | 'by';
  readonly collectorUnitName: string | null;
  /** When the collecting unit owes its own report upwards; null: to nobody, or without a date. */
  readonly parentDueAt: string | null;
  readonly parentLastDay: CivilDate | null;
  /** Working days after the unit's last day up to the collecting unit's; negative: none, it lies before. */
  readonly workingDays: number | null;
  /** Today on the campaign's clock. */
  readonly today: CivilDate;
  readonly calendarId: string | null;
}

export async function extensionSlack(ctx: ActContext, id: string): Promise<Result<ExtensionSlack>> {
  const seen = await seenObligation(ctx, id);
  if (!seen.ok) return seen;
  const { row, campaign } = seen.value;
  const tx = ctx.pool;
  const calendar = await calendarOf(tx, { row, definition: await definitionOf(tx, campaign) });
  const inForce = deadlineInForce(row);
  const lastDay = inForce === null ? null : lastDayOnTime(inForce);
  const parentDueAt = await dueOfCollector(tx, row);
  const parentLastDay = parentDueAt === null ? null : lastDayOnTime(parentDueAt);
  const between = (from: CivilDate, to: CivilDate): number | null => {
    if (calendar === null) return null;
    return from <= to
      ? covered(() => calendar.countBetween(from, to))
      : covered(() => -calendar.countBetween(to, from));
  };
  const names = row.collectorUnitId === null ? null : await unitNames(tx, [row.collectorUnitId]);
  return ok({
    lastDay,
    dueBound: row.dueBound ?? 'by',
    collectorUnitName: names?.get(row.collectorUnitId ?? '') ?? null,
    parentDueAt,
    parentLastDay,
    workingDays: lastDay === null || parentLastDay === null ? null : between(lastDay, parentLastDay),
    today: civilDateOf(campaign.now),
    calendarId: calendar?.id ?? null,
  });
}
