import type { FiledRow } from '#acts';
import type { Indicator } from '#model';

/** The words of an exported file. It is an official Vietnamese document, whatever language the page is read in. */
export const RULES: Readonly<Record<Indicator['aggregate'], string>> = {
  sum: 'tổng',
  average: 'trung bình',
  min: 'nhỏ nhất',
  max: 'lớn nhất',
  last: 'mới nhất',
  count: 'đếm',
  ratioOfSums: 'tỷ lệ của các tổng',
  concat: 'ghép lại',
  none: 'không tổng hợp',
};

export const MISSING = {
  notReported: 'chưa báo cáo',
  awaitingDecision: 'đã nộp, chưa duyệt',
  returned: 'đã trả lại',
} as const;

const TIMELINESS = { inTime: 'đúng hạn', overdue: 'trễ hạn', noDeadline: 'không có hạn' } as const;

/** `Đã chấp nhận, đúng hạn`. */
export function standingWords({ standing }: FiledRow): string {
  if (standing.kind === 'missing') return capital(MISSING[standing.state]);
  const status = standing.kind === 'counted' ? 'Đã chấp nhận' : 'Đã nộp, chưa duyệt';
  return `${status}, ${TIMELINESS[standing.timeliness]}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Latin letters and digits only: every mail program and every disk takes it. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
