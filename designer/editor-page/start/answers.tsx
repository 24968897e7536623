import { Group, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Parameter } from '#model';
import { DayInput } from '../../dates/day-input.tsx';
import { UnitPicker } from '../../trial/unit-picker.tsx';
import type { Answered } from './answered.ts';

interface AnswersProps {
  readonly parameters: readonly Parameter[];
  readonly values: Answered;
  readonly at: string;
  readonly onAnswer: (key: string, value: string | number) => void;
}

/** The questions of the drawing. */
export function Answers({ parameters, values, at, onAnswer }: AnswersProps) {
  if (parameters.length === 0) return null;
  return (
    <Group align="flex-end" gap="sm">
      {parameters.map((parameter) => (
        <Answer
          key={parameter.key}
          parameter={parameter}
          value={values[parameter.key]}
          at={at}
          onAnswer={(value) => onAnswer(parameter.key, value)}
        />
      ))}
    </Group>
  );
}

interface AnswerProps {
  readonly parameter: Parameter;
  readonly value: string | number | undefined;
  readonly at: string;
  readonly onAnswer: (value: string | number) => void;
}

function Answer({ parameter: { kind, label }, value, at, onAnswer }: AnswerProps) {
  const { i18n } = useTranslation();
  const text = value === undefined ? null : String(value);
  switch (kind) {
    case 'date':
      return <DayInput ofTrial label={label} value={text ?? at} onChange={onAnswer} />;
    case 'unit':
      return <UnitPicker label={label} value={text} at={at} onChange={onAnswer} />;
    case 'number':
      return (
        <NumberInput
          size="xs"
          label={label}
          decimalSeparator={i18n.language === 'en' ? '.' : ','}
          thousandSeparator={i18n.language === 'en' ? ',' : '.'}
          value={value ?? ''}
          onChange={(next) => {
            if (typeof next === 'number') onAnswer(next);
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          size="xs"
          label={label}
          value={text ?? ''}
          onChange={(event) => onAnswer(event.currentTarget.value)}
        />
      );
  }
}
