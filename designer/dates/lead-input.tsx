import { useTranslation } from 'react-i18next';
import { useView } from '../drawing/editor.tsx';
import { DraftInput } from '../form/draft-input.tsx';
import { useDraft } from '../form/use-draft.ts';
import classes from './dates-panel.module.css';

const MOST = 250;

interface LeadInputProps {
  readonly level: string;
  readonly days: number;
  readonly onChange: (days: number) => void;
}

/** Working days earlier than the level above; arrow keys go up and down by one. */
export function LeadInput({ level, days, onChange }: LeadInputProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const draft = useDraft<number>({
    value: days,
    shown: String(days),
    read: (text) => {
      const value = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN;
      return value >= 0 && value <= MOST ? { ok: true, value } : { ok: false, wrong: { key: 'range' } };
    },
    commit: onChange,
  });
  const step = (by: number) => {
    const next = Math.min(MOST, Math.max(0, days + by));
    if (!readOnly && next !== days) onChange(next);
  };
  return (
    <DraftInput
      draft={draft}
      size="xs"
      className={classes['lead'] ?? ''}
      inputMode="numeric"
      aria-label={t('dates.leadOf', { level })}
      readOnly={readOnly}
      error={draft.wrong !== null}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }
      }}
    />
  );
}
