import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NarrativeEdit, RawValue } from '#model';
import type { ShownProblem } from '#api/http/shapes';
import type {
  CollectTable as Table,
  NarrativeBody,
  Row,
  SectionNarrative as Narrative,
} from '#api/routes/consolidations/table-shapes';
import type { Cell, Consolidation as Stored, SignatureBody } from '#api/routes/consolidations/shapes';
import type { ObligationDetails as Report } from '#api/routes/obligations/shapes';
import type { BulkAnswer, BulkBody } from '#api/routes/tasks/shapes';
import { get, post, put } from '../api/client.ts';

export type {
  CollectTable as Table,
  Row,
  Total,
  Revision as RevisionLine,
  Upward,
  SectionNarrative as Narrative,
} from '#api/routes/consolidations/table-shapes';
export type { Cell, Consolidation as Stored } from '#api/routes/consolidations/shapes';
export type { ObligationDetails as Report } from '#api/routes/obligations/shapes';

/** One consolidating unit in one period of one campaign. */
export interface Desk {
  readonly campaignId: string;
  readonly period: string;
  readonly unitId: string;
}

export const pathOf = ({ campaignId, period, unitId }: Desk): string =>
  `/api/campaigns/${campaignId}/periods/${encodeURIComponent(period)}/units/${encodeURIComponent(unitId)}`;

/** Everything of one campaign is read anew when something happens in it (`useLiveEvents`). */
const keyOf = ({ campaignId, period, unitId }: Desk, ...more: readonly unknown[]) => [
  'campaign',
  campaignId,
  'collect',
  period,
  unitId,
  ...more,
];

export const useTable = (desk: Desk) =>
  useQuery({
    queryKey: keyOf(desk, 'table'),
    queryFn: ({ signal }) => get<Table>(`${pathOf(desk)}/table`, signal),
  });

/** `revision` null: as of now. */
export const useCell = (desk: Desk, cell: { reportId: string; indicator: string; revision: number | null }) =>
  useQuery({
    queryKey: keyOf(desk, 'cell', cell),
    queryFn: ({ signal }) =>
      get<Cell>(
        `${pathOf(desk)}/cells/${cell.reportId}/${cell.indicator}${cell.revision === null ? '' : `?revision=${cell.revision}`}`,
        signal,
      ),
  });

/** Revisions differ only until they are signed. */
export const useRevision = (desk: Desk, revision: number) =>
  useQuery({
    queryKey: keyOf(desk, 'revision', revision),
    queryFn: ({ signal }) => get<Stored>(`${pathOf(desk)}/consolidations/${revision}`, signal),
    enabled: revision > 0,
  });

export interface Section {
  readonly reportId: string;
  readonly sectionId: string;
}

export const narrativeKey = (desk: Desk, { reportId, sectionId }: Section) =>
  keyOf(desk, 'narrative', reportId, sectionId);
const narrativePath = (desk: Desk, { reportId, sectionId }: Section): string =>
  `${pathOf(desk)}/narrative/${reportId}/${sectionId}`;

export const readNarrative = (desk: Desk, section: Section) => ({
  queryKey: narrativeKey(desk, section),
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Narrative>(narrativePath(desk, section), signal),
});
export const useNarrative = (desk: Desk, section: Section) => useQuery(readNarrative(desk, section));

export const saveNarrative = (
  desk: Desk,
  section: Section,
  body: { readonly expectedRevision: number; readonly paragraphs: readonly NarrativeEdit[] },
) => put<Narrative, NarrativeBody>(narrativePath(desk, section), body);

export const useReport = (desk: Desk, obligationId: string) =>
  useQuery({
    queryKey: keyOf(desk, 'report', obligationId),
    queryFn: ({ signal }) => get<Report>(`/api/obligations/${obligationId}`, signal),
  });

export type Act =
  | { readonly act: 'accept' }
  | { readonly act: 'remind'; readonly reason?: string }
  | { readonly act: 'return'; readonly reason: string; readonly reworkDueAt: string | null };

export interface Outcome {
  readonly row: Row;
  /** Null: done. */
  readonly problem: ShownProblem | null;
}

/** As many as one call takes. */
const AT_ONCE = 500;

/** The same act on one or many; what was refused is told row by row. */
export function useBulk(desk: Desk) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ rows, act }: { rows: readonly Row[]; act: Act }): Promise<readonly Outcome[]> => {
      const items = rows.map(({ obligationId, version, revision }) =>
        act.act === 'remind' ? { obligationId } : { obligationId, no: version, expectedRevision: revision },
      );
      const problems: (ShownProblem | null)[] = [];
      for (let from = 0; from < items.length; from += AT_ONCE) {
        const some = items.slice(from, from + AT_ONCE);
        const answer = await post<BulkAnswer, BulkBody>('/api/bulk', { ...act, items: some });
        problems.push(...answer.rows.map(({ problem }) => problem));
      }
      return rows.map((row, index) => ({ row, problem: problems[index] ?? null }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaign', desk.campaignId] }),
  });
}

export interface Signature {
  readonly revision: number;
  readonly ownPart: Readonly<Record<string, { readonly values: Readonly<Record<string, RawValue>> }>> | null;
  readonly narrative: readonly (Section & { readonly revision: number })[];
}

export function useSign(desk: Desk) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, ownPart, narrative }: Signature) =>
      post<Stored, SignatureBody>(`${pathOf(desk)}/consolidations/${revision}/signature`, {
        narrative,
        ...(ownPart === null ? {} : { ownPart }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaign', desk.campaignId] }),
  });
}
