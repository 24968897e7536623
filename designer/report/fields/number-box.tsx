import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '#engine/numbers';
import classes from './fields.module.css';
import { sentenceFor } from '#model/sentences/index';

interface NumberBoxProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly decimals: number;
  readonly required: boolean;
  readonly describedBy?: string;
  readonly onChange: (text: string) => void;
}

/**
 * A Vietnamese number as it is typed, `1.234,5`: what was typed stays, and what is wrong with it is said in words
 * when the field is left. Nothing is guessed: `1,234.5` is refused.
 */
export function NumberBox({ id, label, value, decimals, required, describedBy, onChange }: NumberBoxProps) {
  const { i18n } = useTranslation();
  // what stands there from before is judged at once, what is being typed only when it is left
  const [typing, setTyping] = useState(false);
  const read = value.trim() === '' ? null : parseNumber(value, { decimals, path: [] });
  const wrong = typing || read === null || read.ok ? null : read.problems[0];
  return (
    <TextInput
      id={id}
      label={label}
      withAsterisk={required}
      aria-required={required}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      classNames={{ wrapper: classes['short'] ?? '' }}
      onChange={(event) => {
        setTyping(true);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => setTyping(false)}
      error={wrong ? sentenceFor(wrong, i18n.language === 'en' ? 'en' : 'vi') : null}
    />
  );
}
