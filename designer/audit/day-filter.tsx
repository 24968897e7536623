import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import type { CivilDate } from '#model';
import { DraftInput } from '../form/draft-input.tsx';
import { readDate } from '../form/typed-date.ts';
import { useDraft } from '../form/use-draft.ts';

interface DayFilterProps {
  readonly label: string;
  readonly value: CivilDate | null;
  readonly change: (day: CivilDate | null) => void;
}

/** A day typed as people write it, or none. */
export function DayFilter({ label, value, change }: DayFilterProps) {
  const { t } = useTranslation();
  const draft = useDraft<CivilDate | null>({
    value,
    shown: value === null ? '' : formatDate(value),
    read: (text) => {
      if (text.trim() === '') return { ok: true, value: null };
      const day = readDate(text);
      return day === null ? { ok: false, wrong: { key: 'date' } } : { ok: true, value: day };
    },
    commit: change,
  });
  return (
    <DraftInput
      draft={draft}
      label={label}
      placeholder={t('audit.day')}
      inputMode="numeric"
      error={draft.wrong === null ? undefined : t('audit.wrongDay')}
      w={140}
    />
  );
}
