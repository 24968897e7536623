import { publishedDefinition, type Queryable, type TaskPerson, type TaskRow } from '#db';
import { shownCode, type WorkingCalendar, workingCalendar, workingDaysLeft } from '#engine';
import type { Calendar, Definition, TaskKind } from '#model';
import { calendarIdOf, covered } from '../lateness.ts';

/** A task as a card shows it. */
export interface Task {
  readonly subject: string;
  readonly kind: TaskKind;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly mode: 'live' | 'rehearsal';
  /** Of the letter with which it came; null where that has no notation. */
  readonly documentCode: string | null;
  readonly subjectText: string;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly fromUnitId: string | null;
  readonly fromUnitName: string | null;
  readonly obligationId: string | null;
  readonly letterId: string | null;
  readonly incomingId: string | null;
  readonly count: number | null;
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  /** Negative: late. Null: no deadline, or a year that the calendar does not cover. */
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly status: string | null;
  readonly openedAt: string;
  readonly doneAt: string | null;
  readonly assignee: TaskPerson | null;
  readonly coordinators: readonly TaskPerson[];
  readonly dueOn: string | null;
  readonly opinion: string;
  readonly assignedBy: string | null;
  readonly assignedForName: string | null;
  readonly workRevision: number | null;
}

/** Adds what only the calendar and the grammar of document numbers know. */
export async function tasksOf(
  db: Queryable,
  rows: readonly TaskRow[],
  calendars: readonly Calendar[],
): Promise<Task[]> {
  const definitions = new Map<string, Definition | null>();
  const working = new Map<string, WorkingCalendar | null>();
  const tasks: Task[] = [];
  for (const row of rows) {
    const key = `${row.definitionId}/${row.version}`;
    const definition =
      definitions.get(key) ?? (await publishedDefinition(db, row.definitionId, row.version))?.body ?? null;
    definitions.set(key, definition);
    const id = definition === null ? null : calendarOf(definition, row);
    const calendar = calendars.find((each) => each.id === id);
    const known = `${id}/${row.unitId}`;
    if (!working.has(known))
      working.set(known, calendar === undefined ? null : workingCalendar(calendar, row.unitPath.split('.')));
    tasks.push(taskOf(row, working.get(known) ?? null));
  }
  return tasks;
}

const calendarOf = (definition: Definition, { dueKey, reportId }: TaskRow): string =>
  dueKey === null ? definition.calendar.id : calendarIdOf({ definition, row: { dueKey, reportId } });

function taskOf(row: TaskRow, calendar: WorkingCalendar | null): Task {
  const { codeNumber, codeNotation, codeSystem, now, dueAt, doneAt } = row;
  const code = codeNotation === null ? null : { codeNumber, codeNotation };
  return {
    subject: row.subject,
    kind: row.kind,
    campaignId: row.campaignId,
    campaignTitle: row.campaignTitle,
    mode: row.mode,
    documentCode: code && shownCode(code, codeSystem ?? 'state'),
    subjectText: row.subjectText,
    periodKey: row.periodKey,
    periodLabel: row.periodLabel ?? row.periodKey,
    unitId: row.unitId,
    unitName: row.unitName,
    fromUnitId: row.fromUnitId,
    fromUnitName: row.fromUnitName,
    obligationId: row.obligationId,
    letterId: row.letterId,
    incomingId: row.incomingId,
    count: row.count,
    dueAt,
    dueDate: row.dueDate,
    dueBound: row.dueBound,
    workingDaysLeft:
      calendar === null || dueAt === null || doneAt !== null
        ? null
        : // a rehearsal of a year that no calendar covers: the date stands, the count is unknown
          covered(() => workingDaysLeft(dueAt, now, calendar)),
    overdue: row.overdue,
    status: row.status,
    openedAt: row.openedAt,
    doneAt,
    assignee: row.assignee,
    coordinators: row.coordinators,
    dueOn: row.dueOn,
    opinion: row.opinion,
    assignedBy: row.assignedBy,
    assignedForName: row.assignedForName,
    workRevision: row.workRevision,
  };
}
