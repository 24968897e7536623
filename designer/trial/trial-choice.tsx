import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { civilDateOf } from '#engine';
import type { Parameter } from '#model';
import { useDrawing, useEditor, useFindings } from '../drawing/editor.tsx';
import type { Trial } from '../drawing/findings-store.ts';
import { date } from '../ui/dates.ts';
import { DayInput } from '../dates/day-input.tsx';
import { firstDate, sensibleStart } from './start-day.ts';
import { UnitPicker } from './unit-picker.tsx';

/** What the drawing is tried against: who starts it, on which day, and the answers to its questions. */
export function TrialChoice() {
  const { t } = useTranslation();
  const { findings } = useEditor();
  const trial = useFindings((state) => state.trial);
  const waits = useFindings((state) => state.trialWaits);
  const parameters = useDrawing((state) => state.present.definition.parameters);
  const change = (part: Partial<Trial>) => findings.getState().set({ trial: { ...trial, ...part } });
  const answer = (key: string, value: string | number) =>
    change({ parameters: { ...trial.parameters, [key]: value } });
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-end">
        <UnitPicker
          label={t('trial.choice.root')}
          value={trial.rootUnitId}
          at={trial.startOn}
          onChange={(rootUnitId) => change({ rootUnitId })}
        />
        <DayInput
          ofTrial
          label={t('trial.choice.start')}
          value={trial.startOn}
          onChange={(startOn) => change({ startOn })}
        />
        {parameters.map((parameter) => (
          <Answer
            key={parameter.key}
            parameter={parameter}
            value={trial.parameters[parameter.key] ?? parameter.default}
            at={trial.startOn}
            onChange={(value) => answer(parameter.key, value)}
          />
        ))}
      </Group>
      {waits ? (
        <Text size="xs" role="status">
          {t('trial.choice.waits')}
        </Text>
      ) : null}
      <StartNote trial={trial} onUse={(startOn) => change({ startOn })} />
    </Stack>
  );
}

interface AnswerProps {
  readonly parameter: Parameter;
  readonly value: string | number | null;
  readonly at: string;
  readonly onChange: (value: string | number) => void;
}

function Answer({ parameter: { kind, label }, value, at, onChange }: AnswerProps) {
  switch (kind) {
    case 'date':
      return (
        <DayInput ofTrial label={label} value={typeof value === 'string' ? value : at} onChange={onChange} />
      );
    case 'unit':
      return (
        <UnitPicker label={label} value={value === null ? null : String(value)} at={at} onChange={onChange} />
      );
    case 'number':
      return (
        <NumberInput
          size="xs"
          w={130}
          label={label}
          decimalSeparator=","
          thousandSeparator="."
          value={value ?? ''}
          onChange={(next) => {
            if (typeof next === 'number') onChange(next);
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          size="xs"
          label={label}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** Why the trial does not begin today, or why it should not begin where it does. */
function StartNote({ trial, onUse }: { readonly trial: Trial; readonly onUse: (day: string) => void }) {
  const { t } = useTranslation();
  const definition = useDrawing((state) => state.present.definition);
  const today = civilDateOf(new Date().toISOString());
  const { startOn, parameters } = trial;
  const first = firstDate(definition, parameters);
  if (first === null || first > today) return null;
  const day = sensibleStart(definition, { today: first > startOn ? today : startOn, parameters });
  return first > startOn ? (
    <Text size="xs" c="dimmed">
      {t('trial.choice.past', { first: date(first), start: date(startOn) })}
    </Text>
  ) : (
    <Group gap="xs" role="status">
      <Text size="xs">{t('trial.choice.late', { first: date(first) })}</Text>
      <Button size="compact-xs" variant="light" onClick={() => onUse(day)}>
        {t('trial.choice.use', { day: date(day) })}
      </Button>
    </Group>
  );
}
