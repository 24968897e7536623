import { number, type Row, table } from '../tables.ts';
import type { Question, WorkplaceResults } from './measure-workplace.ts';
import { OBLIGATIONS, PEOPLE, UNITS } from './rows.ts';

export function describeWorkplace({
  questions,
  all,
  fillSeconds,
  sequentialScans,
}: WorkplaceResults): string[] {
  const row = (name: string, { database, api }: Omit<Question, 'name'>): Row => [
    name,
    ...[database.median, database.p99, api.median, api.p99].map(number),
  ];
  const what = `${number(OBLIGATIONS)} obligations, ${number(PEOPLE)} people, ${number(UNITS)} units`;
  return [
    `The task list with ${what} (written in ${number(fillSeconds)} s); ${number(sequentialScans)} sequential scans of obligations meanwhile:`,
    '',
    ...table(
      ['task list', 'database median (ms)', 'database p99 (ms)', 'API median (ms)', 'API p99 (ms)'],
      [...questions.map((one) => row(one.name, one)), row('all of the task list', all)],
    ),
  ];
}
