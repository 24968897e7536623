import type { TaskKind } from '#model';
import { literally } from './like.ts';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

/** Whose desk is looked at, and through whose eyes. */
export interface TaskReader {
  readonly unitId: string;
  /** Person ids that "me" means: oneself, and whom one stands in for. */
  readonly me: readonly string[];
  readonly roles: readonly string[];
  readonly registers: boolean;
  readonly approves: boolean;
  readonly issues: boolean;
}

export interface TaskFilter {
  readonly kinds: readonly TaskKind[] | null;
  readonly campaignId: string | null;
  readonly mode: 'live' | 'rehearsal' | null;
  readonly overdue: boolean | null;
  /** The first instant after the last day asked for: of live campaigns, and of each rehearsal on its own clock. */
  readonly dueBefore: { readonly live: string; readonly rehearsals: Readonly<Record<string, string>> } | null;
  readonly mine: boolean;
  /** `nobody`, or person ids. */
  readonly assignee: 'nobody' | readonly string[] | null;
  readonly fromUnitId: string | null;
  readonly status: string | null;
  /** Folded words that all have to be found. */
  readonly words: readonly string[];
  /** A whole document number, instead of words. */
  readonly code: { readonly number: string | null; readonly notation: string } | null;
  /** Tasks by their names. */
  readonly subjects: readonly string[] | null;
}

export interface TaskPage {
  readonly after: { readonly sortAt: string; readonly subject: string } | null;
  readonly limit: number;
}

export interface TaskPerson {
  readonly id: string;
  readonly name: string;
}

/** A task as the database tells it; `acts/tasks` adds the days that are left and the number as it is written. */
export interface TaskRow {
  readonly subject: string;
  readonly kind: TaskKind;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly mode: 'live' | 'rehearsal';
  readonly definitionId: string;
  readonly version: number;
  readonly codeNumber: string | null;
  readonly codeNotation: string | null;
  readonly codeSystem: 'state' | 'party' | 'front' | null;
  readonly subjectText: string;
  readonly periodKey: string;
  readonly periodLabel: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly fromUnitId: string | null;
  readonly fromUnitName: string | null;
  readonly obligationId: string | null;
  readonly dueKey: string | null;
  readonly reportId: string | null;
  readonly letterId: string | null;
  readonly incomingId: string | null;
  readonly count: number | null;
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly overdue: boolean;
  readonly status: string | null;
  readonly openedAt: string;
  readonly doneAt: string | null;
  readonly assignee: TaskPerson | null;
  readonly coordinators: readonly TaskPerson[];
  readonly dueOn: string | null;
  readonly opinion: string;
  readonly assignedBy: string | null;
  /** Whose post was acted in, where somebody stood in. */
  readonly assignedForName: string | null;
  readonly workRevision: number | null;
  /** The campaign's now. */
  readonly now: string;
  /** Where the next page begins, in the database's own words: microseconds are not lost on the way. */
  readonly sortAt: string;
}

/** All the SQL of the list is in functions of the database (migration 0007), which ask once who may see the desk. */
const PARAMETERS = Array.from({ length: 23 }, (_, n) => `$${n + 1}`).join(', ');

/** Open tasks by deadline, undated last; or finished ones, the newest first. */
export async function findTasks(
  db: Queryable,
  asked: {
    readonly reader: TaskReader;
    readonly filter: TaskFilter;
    readonly page: TaskPage;
    readonly done: boolean;
  },
): Promise<TaskRow[]> {
  const { page: at, done } = asked;
  const { rows } = await db.query<TaskRow>({
    name: done ? 'tasks_done' : 'tasks_open',
    text: `SELECT t.*, ${nameOf('w.on_behalf_of')} AS "assignedForName"
       FROM ${done ? 'desk_finished_tasks' : 'desk_tasks'}(${PARAMETERS}) WITH ORDINALITY t
       LEFT JOIN task_work w ON w.subject = t.subject AND w.unit_id = t."unitId" AND w.on_behalf_of IS NOT NULL
      ORDER BY t.ordinality`,
    values: [
      ...valuesOf(asked.reader, asked.filter),
      at.after?.sortAt ?? null,
      at.after?.subject ?? null,
      at.limit,
    ],
  });
  return rows;
}

/** `$1` to `$20`. */
function valuesOf(reader: TaskReader, filter: TaskFilter): unknown[] {
  const { assignee, words, code, dueBefore } = filter;
  return [
    ...[
      reader.unitId,
      reader.me,
      filter.kinds,
      reader.roles,
      reader.registers,
      reader.approves,
      reader.issues,
    ],
    ...[filter.mode, filter.campaignId, filter.subjects, filter.overdue],
    ...[dueBefore?.live ?? null, JSON.stringify(dueBefore?.rehearsals ?? {}), filter.mine],
    ...[assignee === 'nobody' ? [] : assignee, filter.fromUnitId, filter.status],
    ...[words.length === 0 ? null : words.map(containing), code?.number ?? null, code?.notation ?? null],
  ];
}

const containing = (word: string): string => `%${literally(word)}%`;

/** Of one kind. */
export interface TaskCount {
  readonly kind: TaskKind;
  readonly count: number;
  readonly overdue: number;
  /** Not overdue, and due before the end of this week (Sunday), on each campaign's clock. */
  readonly dueThisWeek: number;
  readonly mine: number;
  readonly unassigned: number;
}

export async function countTasks(
  db: Queryable,
  reader: TaskReader,
  mode: 'live' | 'rehearsal' | null,
): Promise<TaskCount[]> {
  const { unitId, me, roles, registers, approves, issues } = reader;
  const { rows } = await db.query<TaskCount>({
    name: 'task_counts',
    text: 'SELECT * FROM desk_counts($1, $2, $3, $4, $5, $6, $7)',
    values: [unitId, me, mode, roles, registers, approves, issues],
  });
  return rows;
}

/** Clocks of the rehearsals under way: "within three days" means another day in each. */
export async function rehearsalClocks(
  db: Queryable,
): Promise<readonly { readonly id: string; readonly at: string }[]> {
  const { rows } = await db.query<{ id: string; at: string }>(
    `SELECT id, clock_at AS at FROM campaign WHERE mode = 'rehearsal' AND status = 'running'`,
  );
  return rows;
}
