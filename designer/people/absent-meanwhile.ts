import { civilDateOf } from '#engine';
import type { CivilDate } from '#model';
import type { Choice } from '../ui/search-select.tsx';
import type { Substitute } from './api.ts';

export interface Receiver extends Choice, Pick<Substitute, 'name' | 'absences'> {}

interface Away {
  readonly fromAt: string;
  readonly from: CivilDate;
  /** The last day. */
  readonly until: CivilDate;
  readonly substituteName: string;
}

/** Days on which whoever is to stand in is away himself. Until a last day is chosen, from the first one on. */
export const absentMeanwhile = (
  { absences }: Pick<Receiver, 'absences'>,
  { fromDate, toDate }: { readonly fromDate: CivilDate | null; readonly toDate: CivilDate | null },
): readonly Away[] =>
  absences
    .map(({ fromAt, toAt, substituteName }) => ({
      fromAt,
      from: civilDateOf(fromAt),
      until: civilDateOf(new Date(Date.parse(toAt) - 1).toISOString()),
      substituteName,
    }))
    .filter(
      ({ from, until }) =>
        (fromDate === null || fromDate <= until) && (toDate === null ? fromDate !== null : from <= toDate),
    );
