import type { TFunction } from 'i18next';

/** Who did it, and for whom where somebody stood in; the system itself has no name. */
export function actorText(t: TFunction, name: string | null, forName: string | null): string {
  if (name === null) return t('report.system');
  return forName === null ? name : t('report.onBehalf', { name, other: forName });
}
