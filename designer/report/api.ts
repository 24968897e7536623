import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Calendar,
  CivilDate,
  Directive,
  DraftChange,
  DraftContent,
  DueStep,
  ObligationStatus,
  PlanTask,
  RawValue,
  ReportForm,
  ReportKind,
  Timeliness,
  Values,
} from '#model';
import { get, post, put } from '../api/client.ts';
import type { ShownProblem } from '../api/shapes.ts';

export interface ReportVersion {
  readonly no: number;
  readonly kind: ReportKind;
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  readonly note: string;
  readonly late: boolean;
  readonly workingDaysLate: number;
  readonly hash: string;
  readonly receivedAt: string;
  readonly submittedByName: string | null;
  readonly onBehalfOfName: string | null;
  readonly state: 'submitted' | 'accepted' | 'returned' | 'superseded';
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly reason: string | null;
  readonly attachmentIds: readonly string[];
}

export interface UploadedFile {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly extension: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: string;
}

export interface Extension {
  readonly id: string;
  readonly obligationId: string;
  readonly oldDueAt: string;
  readonly askedDueAt: string;
  readonly askedDate: string;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedByName: string | null;
  readonly askedForName: string | null;
  readonly state: 'asked' | 'granted' | 'refused' | 'countered';
  readonly grantedDueAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly decisionReason: string | null;
}

/** One task, as `GET /api/obligations/{id}` tells it. */
export interface Task {
  readonly id: string;
  readonly campaignId: string;
  readonly campaign: { readonly title: string; readonly mode: 'live' | 'rehearsal'; readonly status: string };
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: 'report' | 'acknowledge';
  readonly consolidates: boolean;
  readonly status: ObligationStatus;
  readonly timeliness: Timeliness;
  readonly dueAt: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly dueWhy: readonly DueStep[];
  readonly reworkDueAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly returnReason: string | null;
  readonly version: number;
  readonly closed: boolean;
  readonly revision: number;
  readonly targets: Readonly<Record<string, string>>;
  readonly form: ReportForm | null;
  readonly tasks: readonly PlanTask[];
  readonly letter: {
    readonly codeNumber?: string;
    readonly codeNotation?: string;
    readonly issuedDate?: string;
    readonly subject?: string;
    readonly addedTasks: readonly string[];
  } | null;
  readonly versions: readonly ReportVersion[];
  readonly attachments: readonly UploadedFile[];
  readonly extensions: readonly Extension[];
}

export interface Surroundings {
  readonly now: string;
  readonly mine: boolean;
  readonly deadline: {
    readonly at: string | null;
    readonly lastDay: CivilDate | null;
    readonly workingDaysLeft: number | null;
    readonly overdue: boolean;
  };
  readonly submitting: {
    readonly refusal: ShownProblem | null;
    readonly late: boolean;
    readonly workingDaysLate: number;
  } | null;
  readonly fromUnitName: string;
  readonly collectorUnitName: string | null;
  readonly acknowledgedByName: string | null;
  readonly acknowledgedForName: string | null;
  readonly above: readonly { readonly unitId: string; readonly unitName: string }[];
  readonly node: {
    readonly disseminates: boolean;
    readonly disseminatedAt: string | null;
    readonly collects: boolean;
    readonly below: { readonly opened: number; readonly done: number; readonly overdue: number };
  } | null;
  readonly directive: Directive | null;
  readonly earlier: { readonly periodLabel: string; readonly values: Values } | null;
  readonly notices: readonly { readonly kind: string; readonly at: string }[];
}

interface FieldMark {
  readonly name: string;
  readonly at: string;
  readonly mine: boolean;
}

export interface Draft {
  readonly content: DraftContent;
  readonly revision: number;
  readonly basedOn: number;
  readonly updatedAt: string | null;
  readonly updatedByName: string | null;
  readonly fields: Readonly<Record<string, FieldMark>>;
  readonly missing: readonly ShownProblem[];
}

/** What somebody else had written in a field that was just saved over. */
export interface Replaced {
  readonly field: string;
  readonly name: string;
  readonly at: string;
  readonly value: RawValue;
}

export interface Receipt {
  readonly no: number;
  readonly late: boolean;
  readonly workingDaysLate: number;
  readonly receivedAt: string;
  readonly hash: string;
}

export interface Slack {
  readonly lastDay: CivilDate | null;
  readonly dueBound: 'before' | 'by';
  readonly collectorUnitName: string | null;
  readonly parentDueAt: string | null;
  readonly parentLastDay: CivilDate | null;
  readonly workingDays: number | null;
  readonly today: CivilDate;
  readonly calendarId: string | null;
}

export interface ActorTask {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly unitName: string;
  readonly text: string;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
}

const at = (id: string): string => `/api/obligations/${encodeURIComponent(id)}`;

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => get<Task>(at(id), signal) });

export const useSurroundings = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'surroundings'],
    queryFn: ({ signal }) => get<Surroundings>(`${at(id)}/surroundings`, signal),
  });

export type OpenedDraft = Draft & { readonly uploadBytes: number };
export const readDraft = (id: string, signal?: AbortSignal) => get<OpenedDraft>(`${at(id)}/draft`, signal);

/** Others write in the same report: what they save is read anew now and then. */
export const useDraft = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'draft'],
    queryFn: ({ signal }) => readDraft(id, signal),
    refetchInterval: 20_000,
  });

export const saveDraft = (
  id: string,
  change: DraftChange & { readonly basedOn: number; readonly seenRevision: number },
) => put<Draft & { readonly replaced: readonly Replaced[] }>(`${at(id)}/draft`, change);

export const useSlack = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'slack'],
    queryFn: ({ signal }) => get<Slack>(`${at(id)}/extension-slack`, signal),
  });

export const useCalendar = (id: string | null): Calendar | undefined =>
  useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => get<{ readonly items: readonly Calendar[] }>('/api/calendars', signal),
    staleTime: 60_000,
    enabled: id !== null,
  }).data?.items.find((each) => each.id === id);

export const useActorTask = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['actorTask', id],
    queryFn: ({ signal }) => get<ActorTask>(`/api/actor-tasks/${encodeURIComponent(id)}`, signal),
    enabled,
  });

/** An act on one task; afterwards everything that shows it is read anew. */
export function useTaskAct<T, R>(id: string, act: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['task', id] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  });
}

export const acknowledge = (id: string, revision: number) =>
  post(`${at(id)}/acknowledgement`, { expectedRevision: revision });

export const acknowledgeActorTask = (id: string) => post(`/api/actor-tasks/${id}/acknowledgement`, {});

export interface Submission {
  readonly content: DraftContent;
  readonly expectedRevision: number;
  /** The same for a repetition after a broken line. */
  readonly key: string;
}
export const submit = (id: string, { content, expectedRevision, key }: Submission) =>
  post<Receipt>(`${at(id)}/reports`, { ...content, expectedRevision }, key);

export const askExtension = (
  id: string,
  wish: { readonly date: CivilDate; readonly reason: string; readonly expectedRevision: number },
) => post<Extension>(`${at(id)}/extensions`, wish);

export interface ExtensionAnswer {
  readonly decision: 'grant' | 'refuse' | 'counter';
  readonly date?: CivilDate;
  readonly beyondParent: boolean;
  readonly reason?: string;
  readonly expectedRevision: number;
}
export const decideExtension = (id: string, answer: ExtensionAnswer) =>
  post(`/api/extensions/${id}/decision`, answer);
