import { z } from 'zod';

export const StreamedEvent = z.object({
  at: z.string(),
  kind: z.string(),
  unitId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type StreamedEvent = z.infer<typeof StreamedEvent>;

export const Notice = z.object({
  at: z.string(),
  kind: z.string(),
  obligationId: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** What happened at one instant, to how many, to whom. */
export interface Happening {
  readonly at: string;
  readonly what: string;
  readonly count: number;
  readonly units: readonly string[];
}

export interface Told {
  readonly events: readonly StreamedEvent[];
  readonly notices: readonly Notice[];
  /** The unit that an obligation is owed by. */
  readonly owing: ReadonlyMap<string, string>;
}

/** What was told to many at once, one notice each; the event of the unit that counted them says only how many. */
const TIMERS: Readonly<Record<string, string>> = {
  reminder: 'Nhắc việc / reminded',
  overdue: 'Quá hạn / overdue',
  escalation: 'Báo lên cấp trên / escalated',
};

/** Rows of a table of what happened when: one for each instant and kind, in the order of happening. */
export function timeline({ events, notices, owing }: Told): readonly Happening[] {
  const rows = new Map<string, { at: string; what: string; count: number; units: Set<string> }>();
  const add = (at: string, what: string, { unit, count }: { unit: string; count: number | undefined }) => {
    const row = rows.get(`${at} ${what}`) ?? { at, what, count: 0, units: new Set() };
    row.units.add(unit);
    row.count = count === undefined ? row.units.size : row.count + count;
    rows.set(`${at} ${what}`, row);
  };
  for (const { at, kind, data, unitId } of events) {
    const what = wordsFor(kind, data);
    if (what !== undefined) add(at, what, { unit: unitId ?? '', count: tasksOf(kind, data) });
  }
  for (const { at, kind, obligationId } of notices) {
    const what = TIMERS[kind];
    const unit = owing.get(obligationId ?? '');
    if (what !== undefined && unit !== undefined) add(at, what, { unit, count: undefined });
  }
  // Stable: at one instant, events keep their order; what a timer did stands last.
  return [...rows.values()]
    .map((row) => ({ ...row, units: [...row.units] }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const tasksOf = (kind: string, { obligations }: StreamedEvent['data']) =>
  kind === 'node.disseminated' && typeof obligations === 'number' ? obligations : undefined;

function wordsFor(kind: string, data: StreamedEvent['data']): string | undefined {
  if (kind === 'report.submitted') return wordsForReport(data);
  if (kind === 'extension.decided')
    return data['state'] === 'refused' ? 'Từ chối gia hạn / extension refused' : 'Gia hạn / extended';
  const revision = `số ${String(data['revision'])}`;
  if (kind === 'consolidation.drawn') return `Lập bản tổng hợp ${revision} / consolidated`;
  if (kind === 'consolidation.signed') return `Ký bản tổng hợp ${revision} / signed`;
  return WORDS[kind];
}

function wordsForReport({ late, kind, no }: StreamedEvent['data']): string {
  if (kind === 'consolidated') return 'Trình báo cáo tổng hợp / consolidated report';
  if (late === true) return 'Nộp báo cáo muộn / late report';
  if (kind === 'nil') return 'Báo cáo không phát sinh / nil report';
  return no === 1 ? 'Nộp báo cáo / report' : 'Nộp lại báo cáo / corrected report';
}

const WORDS: Readonly<Record<string, string>> = {
  'node.disseminated': 'Giao nhiệm vụ / tasks handed out',
  'obligation.acknowledged': 'Đã tiếp nhận / acknowledged',
  'report.accepted': 'Duyệt báo cáo / accepted',
  'report.returned': 'Trả lại báo cáo / returned',
  'extension.asked': 'Xin gia hạn / extension asked',
};
