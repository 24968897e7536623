import type { ShownProblem } from '../client.ts';
import { dueText, localInstant, type Say, table } from '../output.ts';
import { countWord } from '../words.ts';

/** What the API answers for a plan that is not started. */
export interface PlanSummary {
  readonly startAt: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly groups: readonly {
    readonly name: string;
    readonly units: number;
    readonly examples: readonly string[];
  }[];
  readonly periods: readonly {
    readonly key: string;
    readonly label: string;
    readonly opensAt: string;
    readonly dues: readonly PlannedDue[];
  }[];
  readonly warnings: readonly ShownProblem[];
}

interface PlannedDue {
  readonly dueKey: string;
  readonly units: number;
  readonly dueAt: string | null;
  readonly date: string | null;
  readonly bound: 'before' | 'by' | null;
  readonly remindAt: readonly string[];
  readonly escalateAt: string | null;
}

/** The plan as an official checks it: how many, who, until when, what to look out for. */
export function planText(plan: PlanSummary, say: Say): string {
  const counts = Object.entries(plan.counts).filter(([, count]) => count > 0);
  return [
    say(`Bắt đầu ${localInstant(plan.startAt)}`, `Starts ${localInstant(plan.startAt)}`),
    counts.map(([name, count]) => `${countWord(name, say)}: ${count}`).join(' · '),
    '',
    table([say('Nhóm', 'Group'), say('Số', 'Units'), say('Ví dụ', 'Examples')], plan.groups.map(groupRow)),
    '',
    duesTable(plan, say),
    ...plan.warnings.map(({ vi, en }) => `! ${say(vi, en)}`),
  ].join('\n');
}

const EXAMPLES = 3;

function groupRow({ name, units, examples }: PlanSummary['groups'][number]): string[] {
  const more = units > EXAMPLES ? ' …' : '';
  return [name, String(units), examples.slice(0, EXAMPLES).join('; ') + more];
}

function duesTable({ periods }: PlanSummary, say: Say): string {
  const head = [
    say('Kỳ', 'Period'),
    say('Mở', 'Opens'),
    say('Việc', 'Due'),
    say('Số', 'Units'),
    say('Hạn', 'Deadline'),
    say('Nhắc', 'Reminders'),
    say('Báo lên', 'Escalation'),
  ];
  const rows = periods.flatMap(({ label, opensAt, dues }) =>
    dues.map((due) => [
      label,
      localInstant(opensAt),
      due.dueKey,
      String(due.units),
      due.dueAt === null
        ? say('không có', 'none')
        : dueText({ dueAt: due.dueAt, dueDate: due.date, dueBound: due.bound }, say),
      due.remindAt.map(localInstant).join(', '),
      localInstant(due.escalateAt),
    ]),
  );
  return table(head, rows);
}
