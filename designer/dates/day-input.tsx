import { useTranslation } from 'react-i18next';
import { formatDate, weekday } from '#engine';
import type { CivilDate } from '#model';
import { useView } from '../drawing/editor.tsx';
import { readDate } from '../form/typed-date.ts';
import classes from './dates-panel.module.css';
import { DraftInput } from '../form/draft-input.tsx';
import { useDraft } from '../form/use-draft.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: CivilDate | null;
  readonly onChange: (date: CivilDate) => void;
  /** A trial may be changed where the drawing may not. */
  readonly ofTrial?: boolean;
}

/** A date typed `08/12/2024`, its weekday beside it. */
export function DayInput({ label, value, onChange, ofTrial = false }: DayInputProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly) && !ofTrial;
  const draft = useDraft<CivilDate | null>({
    value,
    shown: value === null ? '' : formatDate(value),
    read: (text) => {
      const date = readDate(text);
      return date === null ? { ok: false, wrong: { key: 'date' } } : { ok: true, value: date };
    },
    commit: (date) => {
      if (date !== null) onChange(date);
    },
  });
  return (
    <DraftInput
      draft={draft}
      size="xs"
      className={classes['day'] ?? ''}
      classNames={{ label: classes['label'] ?? '', section: classes['weekday'] ?? '' }}
      title={label}
      label={label}
      readOnly={readOnly}
      placeholder={t('dates.placeholder')}
      error={draft.wrong === null ? undefined : t('dates.wrongDate')}
      rightSection={value === null ? null : t(`dates.weekday.${weekday(value)}`)}
      rightSectionWidth={38}
      rightSectionProps={{ 'aria-hidden': true }}
    />
  );
}
