import { formatDate } from '#engine';
import type { NamedPeriod, PartialDate, Periods, RecurrenceRule, Signature, Target } from '#model';
import { clock } from './describe-rules.ts';
import type { Wording } from './wording.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A letter's date, as far as it is known: `…/11/2024`. */
export const partialDateWords = ({ day, month, year }: PartialDate): string =>
  `${day === null ? '…' : two(day)}/${month === null ? '…' : two(month)}/${year}`;

export const signatureWords = ({ authority, titles, name }: Signature): string =>
  [authority.map((each) => `${each}.`).join(' '), titles.join(' '), name ?? '']
    .filter((part) => part !== '')
    .join(' ');

export function splitWords(split: Target['split'], { t }: Wording): string {
  return split.kind === 'equal'
    ? t('editor.diff.splitEqual')
    : t('editor.diff.splitGiven', { count: split.shares.length });
}

export function periodsWords(periods: Periods, words: Wording): string {
  const { t } = words;
  switch (periods.kind) {
    case 'once':
      return t('editor.diff.once');
    case 'named':
      return periods.list.map((each) => namedWords(each, words)).join('; ');
    case 'rule':
      return [
        recurrenceWords(periods.recurrence, words),
        t('editor.diff.bound', { bound: periods.bound }),
        ...(periods.from === null ? [] : [t('editor.diff.from', { date: formatDate(periods.from) })]),
        ...(periods.until === null ? [] : [t('editor.diff.to', { date: formatDate(periods.until) })]),
        ...periods.overrides.map(({ month, date }) =>
          t('editor.diff.override', { month: month.split('-').reverse().join('/'), date: formatDate(date) }),
        ),
      ].join(', ');
  }
}

function namedWords({ label, due, from, to, opens, cutoff }: NamedPeriod, { t }: Wording): string {
  const date = formatDate(due.date);
  const further = [
    ...(from === null ? [] : [t('editor.diff.from', { date: formatDate(from) })]),
    ...(to === null ? [] : [t('editor.diff.to', { date: formatDate(to) })]),
    ...(opens === null ? [] : [t('editor.diff.opens', { date: formatDate(opens) })]),
    ...(cutoff === null ? [] : [t('editor.diff.cutoff', { date: formatDate(cutoff) })]),
  ];
  const words = [t('editor.diff.due_date', { bound: due.bound, date, time: clock(due.time) }), ...further];
  return `${label} (${words.join(', ')})`;
}

function recurrenceWords(recurrence: RecurrenceRule['recurrence'], { t }: Wording): string {
  switch (recurrence.frequency) {
    case 'monthly':
    case 'quarterly':
      return t(`editor.diff.${recurrence.frequency}`, {
        day: recurrence.day,
        time: recurrence.time ?? '',
      }).trim();
    case 'weekly':
      return t('editor.diff.weekly', {
        weekday: t(`canvas.longDay_${recurrence.weekday}`),
        time: recurrence.time ?? '',
      }).trim();
    case 'daily':
      return t('editor.diff.daily', { time: recurrence.time });
    case 'hourly':
      return t('editor.diff.hourly', { count: recurrence.every });
  }
}
