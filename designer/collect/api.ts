import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsolidatedReport, ConsolidatedValue, Coverage, Difference, TargetResult } from '#engine';
import type {
  CivilDate,
  GatheredText,
  NarrativeEdit,
  NarrativeParagraph,
  ObligationStatus,
  RawValue,
  ReportForm,
  ReportKind,
  Timeliness,
  Value,
  Values,
} from '#model';
import { get, post, put } from '../api/client.ts';
import type { ShownProblem } from '../api/shapes.ts';
import type { Task } from '../report/api.ts';

/** Answers of the API that this page reads; the full description is /api/openapi.json. */
interface Version {
  readonly no: number;
  readonly kind: ReportKind;
  readonly values: Values;
  readonly receivedAt: string;
  readonly byName: string | null;
  readonly onBehalfOfName: string | null;
  readonly attachments: number;
}

export interface Row {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly consolidates: boolean;
  readonly status: ObligationStatus;
  readonly counts: boolean;
  readonly timeliness: Timeliness;
  readonly lateDays: number;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly returnReason: string | null;
  readonly targets: Readonly<Record<string, string>>;
  readonly version: number;
  readonly acceptedVersion: number | null;
  readonly revision: number;
  readonly shown: Version | null;
  readonly latest: Omit<Version, 'values'> | null;
  readonly askedExtension: {
    readonly id: string;
    readonly askedDueAt: string;
    readonly reason: string;
    readonly askedByName: string | null;
  } | null;
  readonly lastReminder: { readonly kind: string; readonly at: string } | null;
}

export interface Total {
  readonly aggregate: string;
  readonly value: Value | null;
  readonly count: number;
  readonly own: Value | null;
}

export interface RevisionLine {
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly drawnAt: string;
  readonly signedAt: string | null;
  readonly signedByName: string | null;
  readonly signedOnBehalfOfName: string | null;
  readonly owed: number;
  readonly accepted: number;
  readonly differences: number;
}

export interface Upward {
  readonly obligationId: string;
  readonly collectorName: string | null;
  readonly status: ObligationStatus;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly returnReason: string | null;
  readonly version: number;
  readonly revision: number | null;
  readonly receivedAt: string | null;
  readonly hash: string | null;
}

type OwnPart = Readonly<
  Record<string, { readonly values: Values; readonly sections: Readonly<Record<string, string>> }>
>;
type Differences = Readonly<Record<string, readonly Difference[]>>;

export interface Table {
  readonly campaign: {
    readonly id: string;
    readonly title: string;
    readonly mode: 'live' | 'rehearsal';
    readonly status: 'running' | 'closed' | 'cancelled';
    readonly now: string;
    readonly documentCode: string | null;
    readonly subject: string | null;
  };
  readonly unitId: string;
  readonly unitName: string;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly forms: readonly ReportForm[];
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<string, Readonly<Record<string, Total>>>>;
  readonly targets: Readonly<Record<string, Readonly<Record<string, TargetResult>>>>;
  readonly coverage: Coverage;
  readonly differences: Differences;
  readonly ownPart: OwnPart | null;
  readonly revision: number;
  readonly signedRevision: number;
  readonly submittedRevision: number;
  readonly sign: 'automatic' | 'official';
  readonly cutoffAt: string | null;
  readonly workingDays: readonly CivilDate[];
  readonly revisions: readonly RevisionLine[];
  readonly upward: readonly Upward[];
}

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

export interface Cell {
  readonly label: string;
  readonly value: ConsolidatedValue;
}

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

export interface Stored {
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly coverage: Coverage;
  readonly differences: Differences;
  readonly ownPart: OwnPart | null;
}

/** Revisions differ only until they are signed. */
export const useRevision = (desk: Desk, revision: number) =>
  useQuery({
    queryKey: keyOf(desk, 'revision', revision),
    queryFn: ({ signal }) => get<Stored>(`${pathOf(desk)}/consolidations/${revision}`, signal),
    enabled: revision > 0,
  });

export interface Narrative {
  readonly reportId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly revision: number;
  readonly updatedAt: string | null;
  readonly updatedByName: string | null;
  readonly paragraphs: readonly (NarrativeParagraph & {
    readonly changes: readonly { readonly key: string; readonly now: GatheredText | null }[];
  })[];
  readonly available: readonly (GatheredText & { readonly behind: boolean })[];
  readonly printed: string;
}

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
) => put<Narrative>(narrativePath(desk, section), body);

/** One report as its own page shows it. */
export type Report = Task;

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

interface BulkAnswer {
  readonly rows: readonly { readonly problem: ShownProblem | null }[];
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
        const answer = await post<BulkAnswer>('/api/bulk', { ...act, items: some });
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
      post<Stored>(`${pathOf(desk)}/consolidations/${revision}/signature`, {
        narrative,
        ...(ownPart === null ? {} : { ownPart }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaign', desk.campaignId] }),
  });
}
