import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import { readDate } from '../form/typed-date.ts';

interface DayFieldProps {
  readonly label: string;
  /** `yyyy-mm-dd`; null: nothing that could be read. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}

/** A day typed `08/12/2024`, whatever the browser's own language. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  const [typed, type] = useState(value === null ? '' : formatDate(value));
  const [left, leave] = useState(false);
  const wrong = left && typed.trim() !== '' && readDate(typed) === null;
  return (
    <TextInput
      required
      label={label}
      placeholder={t('people.day.placeholder')}
      value={typed}
      error={wrong ? t('people.day.wrong') : undefined}
      onChange={(event) => {
        type(event.currentTarget.value);
        onChange(readDate(event.currentTarget.value));
      }}
      onBlur={() => leave(true)}
    />
  );
}
