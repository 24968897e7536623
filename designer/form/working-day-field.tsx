import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, weekday } from '#engine/civil';
import { workingCalendar, YearNotCovered } from '#engine/calendar';
import type { Calendar, CivilDate } from '#model';
import { DayPicker } from './day-picker.tsx';
import { noteOf, readDate } from './typed-date.ts';

interface WorkingDayFieldProps {
  readonly label: ReactNode;
  readonly value: CivilDate | null;
  /** `readable` false: something stands there that is no date; leaving it unsaid would lose it. */
  readonly onChange: (day: CivilDate | null, readable: boolean) => void;
  readonly calendar: Calendar | undefined;
  /** Days offered with one tap count from here, in working days. */
  readonly from: CivilDate | null;
  readonly steps?: readonly number[];
}

/** A day typed `08/12/2024`, picked, or so many working days on; says what people do on that day. */
export function WorkingDayField(props: WorkingDayFieldProps) {
  const { label, value, onChange, calendar, from, steps = [2, 3, 5] } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value === null ? '' : formatDate(value));
  const [typing, setTyping] = useState(false);
  const choose = (day: CivilDate): void => {
    setText(formatDate(day));
    setTyping(false);
    onChange(day, true);
  };
  const wrong = !typing && text.trim() !== '' && value === null;
  return (
    <div>
      <TextInput
        label={label}
        value={text}
        inputMode="numeric"
        placeholder={t('form.datePlaceholder')}
        autoComplete="off"
        maw={220}
        error={wrong ? t('report.extension.wrongDay') : null}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          const day = readDate(typed);
          setTyping(true);
          setText(typed);
          onChange(day, day !== null || typed.trim() === '');
        }}
        onBlur={() => setTyping(false)}
        rightSection={<DayPicker day={value} pick={choose} />}
      />
      {value === null || calendar === undefined ? null : <DayWords day={value} calendar={calendar} />}
      {from === null || calendar === undefined ? null : (
        <Group gap={6} mt={6}>
          {steps.map((days) => {
            const day = later(calendar, from, days);
            return day === null ? null : (
              <Button key={days} size="compact-sm" variant="default" onClick={() => choose(day)}>
                {t('report.extension.later', { days, date: formatDate(day) })}
              </Button>
            );
          })}
        </Group>
      )}
    </div>
  );
}

function DayWords({ day, calendar }: { readonly day: CivilDate; readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const note = noteOf(day, calendar);
  const off = note.kind === 'off' || note.kind === 'weekend';
  const name = 'name' in note ? note.name : '';
  return (
    <Text size="xs" mt={2} c={off ? 'var(--cascade-alarm)' : 'dimmed'}>
      {t(`form.day.${note.kind}`, { day: t(`form.weekday.${weekday(day)}`), name })}
    </Text>
  );
}

/** Null past the calendar's end. */
function later(calendar: Calendar, from: CivilDate, days: number): CivilDate | null {
  try {
    return workingCalendar(calendar).step(from, days);
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}
