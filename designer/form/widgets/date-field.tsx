import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, isCivilDate } from '#engine';
import { DayPicker } from '../day-picker.tsx';
import type { FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { asError, Frame, Lines } from '../frame.tsx';
import { bare } from '../schema.ts';
import { readDate } from '../typed-date.ts';
import { DraftInput } from '../draft-input.tsx';
import { type Read, useDraft } from '../use-draft.ts';
import { useField } from '../use-field.tsx';
import { useDayWords } from './use-day.ts';

/** A date typed `08/12/2024`, with its weekday and whether people work. */
export function DateField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const { nullable } = bare(schema);
  const day = typeof value === 'string' && isCivilDate(value) ? value : null;
  const wordsOf = useDayWords();
  const draft = useDraft<unknown>({
    value,
    shown: day === null ? '' : formatDate(day),
    read: (text): Read<unknown> => {
      if (text.trim() === '' && nullable) return { ok: true, value: null };
      const date = readDate(text);
      return date === null ? { ok: false, wrong: { key: 'date' } } : { ok: true, value: date };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);
  // a warning about the day names its weekday already
  const words = day === null || errors.length + warnings.length > 0 ? null : wordsOf(day);
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        {...(label === '' ? { 'aria-label': t('form.date') } : { label })}
        size="xs"
        placeholder={t('form.datePlaceholder')}
        readOnly={readOnly}
        error={asError(errors)}
        rightSection={readOnly ? null : <DayPicker day={day} pick={onChange} small />}
      />
      {words === null ? null : (
        <Text size="xs" mt={2} className={classes[words.off ? 'warning' : 'dimmed'] ?? ''}>
          {words.text}
        </Text>
      )}
      <Lines warnings={warnings} />
    </Frame>
  );
}
