import type { TFunction } from 'i18next';
import { formatDate, weekday } from '#engine';
import type { DueLine } from './due-line.ts';
import type { LevelFacts, Who } from './level-facts.ts';

/** The name of a kind of unit; kinds are data, so one that nobody named here shows its key. */
export const kindName = (t: TFunction, kind: string): string =>
  t(`canvas.kind_${kind}`, { defaultValue: kind.replaceAll('-', ' ') });

export const chainName = (t: TFunction, chain: string): string =>
  t(`canvas.chain_${chain}`, { defaultValue: chain.replaceAll('-', ' ') });

/** `Xã, phường · 8 đơn vị` */
export function whoText({ kind, kinds, listed, count: known, only }: Who, t: TFunction): string {
  if (kind === 'root') return [t('canvas.issuer'), only].filter((each) => each !== null).join(' · ');
  if (only !== null) return only;
  const units = known === null ? null : t('canvas.units', { count: known });
  return [whom({ kind, kinds, listed }, t), units].filter((each) => each !== null).join(' · ');
}

function whom({ kind, kinds, listed }: Pick<Who, 'kind' | 'kinds' | 'listed'>, t: TFunction): string {
  if (kind === 'criterion') return t('canvas.criterion');
  if (kind === 'list') return t(listed === 0 ? 'canvas.noneListed' : 'canvas.listed', { count: listed });
  if (kinds.length === 0) return t('canvas.noKinds');
  return kinds.map((each) => kindName(t, each)).join(', ');
}

/** `trước 08/12/2024 CN`; spoken with the whole name of the day. */
export function dueText(due: DueLine, t: TFunction, spoken = false): string {
  if (!('date' in due)) return t(`canvas.due_${due.kind}`, { count: 'count' in due ? due.count : 0 });
  const day = t(`canvas.${spoken ? 'longDay' : 'day'}_${weekday(due.date)}`);
  const text = t(`canvas.due_${due.kind}`, { date: formatDate(due.date), day });
  return due.time === null ? text : t('canvas.dueAt', { due: text, time: due.time });
}

/** The whole of a level in one sentence, for those who hear it. */
export function levelName(facts: LevelFacts, t: TFunction): string {
  const { due, tasks, errors, warnings, counts, mark } = facts;
  const parts = [
    t('canvas.nameLevel', { name: facts.name }),
    ...(mark === null ? [] : [t(`canvas.mark_${mark}`)]),
  ];
  if (counts === 'none') parts.push(t(facts.who.kind === 'root' ? 'canvas.issuer' : 'canvas.noUnits'));
  else if (counts !== null)
    parts.push(t('canvas.units', { count: counts.units }), t('canvas.countsOf', { ...counts }));
  else {
    parts.push(whoText(facts.who, t));
    if (tasks > 0) parts.push(t('canvas.tasks', { count: tasks }));
    if (due !== null)
      parts.push('date' in due ? t('canvas.nameDue', { due: dueText(due, t, true) }) : dueText(due, t));
    if (facts.relay) parts.push(t('canvas.relay'));
    if (facts.position !== null) parts.push(t('canvas.position', { position: facts.position }));
    if (facts.locked) parts.push(t('canvas.locked'));
    if (errors > 0) parts.push(t('canvas.errors', { count: errors }));
    if (warnings > 0) parts.push(t('canvas.warnings', { count: warnings }));
  }
  return parts.join(', ');
}
