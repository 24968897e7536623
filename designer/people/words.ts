import type { TFunction } from 'i18next';
import { capital } from '#model/capital';
import { date, dateTime, lastOnTime } from '../ui/dates.ts';
import type { Delegation, PostOfPerson } from './api.ts';

/** `read` → `Xem`; a colon has a meaning of its own in keys. */
export const scopeWord = (scope: string, t: TFunction): string =>
  t(`people.scopes.${scope.replace(':', '-')}`);

export const roleWords = (roles: readonly string[], t: TFunction): string =>
  roles.map((role) => t(`people.roles.${role}`)).join(', ');

/** `Phó Chủ tịch`; a post without a title is called by its roles. */
export const postName = ({ title, roles }: Pick<PostOfPerson, 'title' | 'roles'>, t: TFunction): string =>
  title === '' ? capital(roleWords(roles, t)) : title;

/** `Chủ tịch · UBND phường Đức Xuân` */
export const postAndUnit = (post: PostOfPerson, t: TFunction): string =>
  `${postName(post, t)} · ${post.unitName}`;

/** `02/03/2026 – 05/03/2026`, both days included; one that was ended says when. */
export function periodWords({ fromAt, toAt, endedAt }: Delegation, t: TFunction): string {
  const [first, last] = [date(fromAt), lastOnTime(toAt)];
  const days = first === last ? first : `${first} – ${last}`;
  return endedAt === null ? days : `${days}, ${t('people.delegation.endedAt', { at: dateTime(endedAt) })}`;
}
