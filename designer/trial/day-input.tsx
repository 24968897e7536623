import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '#model';
import { readDate } from '../form/typed-date.ts';
import { date, weekday } from '../ui/dates.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: CivilDate;
  readonly onChange: (day: CivilDate) => void;
}

/** A day as `dd/MM/yyyy`; what is typed stays until it is one. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readDate(typed) === null;
  const keep = () => {
    const day = typed === null ? null : readDate(typed);
    if (day === null) return;
    setTyped(null);
    if (day !== value) onChange(day);
  };
  return (
    <TextInput
      size="xs"
      w={150}
      label={label}
      inputMode="numeric"
      value={typed ?? date(value)}
      rightSection={
        wrong ? null : (
          <Text size="xs" c="dimmed">
            {weekday(value, i18n.language)}
          </Text>
        )
      }
      error={wrong ? t('trial.choice.notADate') : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        // what waits for the day (a button that is still locked) need not wait for the field to be left
        const day = readDate(text);
        if (day !== null && day !== value) onChange(day);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
