import type { TaskKind } from '#model';
import type { ListedObligation } from '#api/routes/obligations/shapes';
import type { Page } from '#api/http/shapes';
import { get } from '../api/client.ts';
import type { Task } from './api.ts';

/** An act on the reports of the units below, behind the tasks that gather them. */
export type BelowAct = 'remind' | 'accept' | 'return';

export type Below = ListedObligation;

/** Tasks behind which others' reports stand. */
export const COLLECTING: ReadonlySet<TaskKind> = new Set<TaskKind>(['decide', 'consolidate']);

/** As many as one act takes. */
const MOST = 500;
const STATUSES: Readonly<Record<BelowAct, readonly string[]>> = {
  remind: ['open', 'acknowledged', 'returned'],
  accept: ['submitted'],
  return: ['submitted'],
};

/** Whom the act concerns, over all the tasks selected. */
export async function belowOf(
  tasks: readonly Task[],
  act: BelowAct,
  signal: AbortSignal,
): Promise<readonly Below[]> {
  const found: Below[] = [];
  for (const { campaignId, periodKey, unitId } of tasks.filter(({ kind }) => COLLECTING.has(kind)))
    for (const status of STATUSES[act]) {
      const query = new URLSearchParams({
        campaign: campaignId,
        period: periodKey,
        collector: unitId,
        status,
        limit: '200',
      });
      for (let cursor: string | null = ''; cursor !== null && found.length < MOST; ) {
        if (cursor !== '') query.set('cursor', cursor);
        const page: Page<Below> = await get<Page<ListedObligation>>(
          `/api/obligations?${query.toString()}`,
          signal,
        );
        found.push(...page.items.filter((row) => row.unitId !== unitId));
        cursor = page.nextCursor;
      }
    }
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, MOST);
}
