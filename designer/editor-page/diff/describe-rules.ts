import type {
  Condition,
  DateOrParameter,
  DueRule,
  Escalation,
  Members,
  Selector,
  Task,
  UnitOrParameter,
  Via,
} from '#model';
import { formatDate } from '#engine';
import type { Wording } from './wording.ts';

const MOST_UNITS = 3;

/** With the space that it needs before the date. */
export const clock = (time: string | null): string => (time === null ? '' : `${time} `);

const dateWords = (date: DateOrParameter, { t, parameter }: Wording): string =>
  typeof date === 'string' ? formatDate(date) : t('editor.diff.asked', { name: parameter(date.parameter) });

const unitWords = (unit: UnitOrParameter, { t, unit: name, parameter }: Wording): string =>
  typeof unit === 'string' ? name(unit) : t('editor.diff.asked', { name: parameter(unit.parameter) });

export function unitsWords(units: readonly UnitOrParameter[], words: Wording): string {
  if (units.length === 0) return words.t('editor.diff.nobody');
  return units.length > MOST_UNITS
    ? words.t('editor.diff.units', { count: units.length })
    : units.map((unit) => unitWords(unit, words)).join(', ');
}

function kindWords(kind: string, { t, exists }: Wording): string {
  const key = `canvas.kind_${kind}`;
  return exists(key) ? t(key) : kind;
}

export function conditionsWords(conditions: readonly Condition[], { t }: Wording): string {
  const one = ({ attribute, op, value }: Condition) => {
    const values = (Array.isArray(value) ? value : value === undefined ? [] : [value])
      .map((each) => (typeof each === 'boolean' ? t(each ? 'common.yes' : 'common.no') : String(each)))
      .join(', ');
    return t(`editor.diff.condition_${op}`, { attribute, values });
  };
  return conditions.map(one).join('; ') || t('editor.diff.noCondition');
}

export function selectorWords(select: Selector, words: Wording): string {
  const { t } = words;
  switch (select.kind) {
    case 'root':
      return t('editor.diff.root');
    case 'list':
      return unitsWords(select.units, words);
    case 'ofKind': {
      const kinds = select.unitKinds.map((kind) => kindWords(kind, words)).join(', ');
      return [
        kinds || t('editor.diff.nobody'),
        ...(select.within === 'parent'
          ? []
          : [t('editor.diff.below', { unit: unitWords(select.within, words) })]),
        ...(select.chain === undefined ? [] : [chainWords(select.chain, words)]),
        ...(select.where.length === 0 ? [] : [conditionsWords(select.where, words)]),
      ].join(', ');
    }
    case 'criterion':
      return [
        conditionsWords(select.where, words),
        ...(select.within === 'parent'
          ? []
          : [t('editor.diff.below', { unit: unitWords(select.within, words) })]),
      ].join(', ');
  }
}

export function chainWords(chain: string, { t, exists }: Wording): string {
  const key = `canvas.chain_${chain}`;
  return t('editor.diff.chain', { chain: exists(key) ? t(key) : chain });
}

export function dueWords(due: DueRule, words: Wording): string {
  const { t, event } = words;
  switch (due.kind) {
    case 'none':
    case 'unknown':
    case 'period':
      return t(`editor.diff.due_${due.kind}`);
    case 'date':
      return t('editor.diff.due_date', {
        bound: due.bound,
        date: dateWords(due.date, words),
        time: clock(due.time),
      });
    case 'lead':
      return t('editor.diff.due_lead', { count: due.workingDays });
    case 'leadHours':
      return t('editor.diff.due_leadHours', { count: due.hours });
    case 'event':
      return t('editor.diff.due_event', {
        bound: due.bound,
        count: Math.abs(due.offset),
        side: due.offset < 0 ? 'before' : 'after',
        days: due.days,
        event: event(due.event),
        time: due.time === null ? '' : `${due.time}, `,
      });
  }
}

export function atWords(at: Escalation, { t }: Wording): string {
  const side = at.offset === 0 ? 'on' : at.offset < 0 ? 'before' : 'after';
  const count = Math.abs(at.offset);
  return at.unit === 'workingDays'
    ? t('editor.diff.atDays', { side, count, time: at.time })
    : t('editor.diff.atHours', { side, count });
}

export const viaWords = ({ select, due }: Via, words: Wording): string =>
  due.kind === 'none'
    ? selectorWords(select, words)
    : `${selectorWords(select, words)} (${dueWords(due, words)})`;

export const membersWords = (members: Members, { t }: Wording): string =>
  t(`editor.diff.members_${members.kind}`, members.kind === 'subgroup' ? { name: members.subgroup } : {});

export function windowWords({ from, to }: NonNullable<Task['window']>, words: Wording): string {
  const { t } = words;
  return [
    ...(from === null ? [] : [t('editor.diff.from', { date: dateWords(from, words) })]),
    ...(to === null ? [] : [t('editor.diff.to', { date: dateWords(to, words) })]),
  ].join(' ');
}
