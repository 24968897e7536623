import { Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Indicator, ReportForm } from '#model';
import type { Typed } from './own-figures.ts';

interface OwnFiguresFormProps {
  readonly form: ReportForm;
  readonly typed: Readonly<Record<string, Typed>>;
  readonly type: (indicator: string, typed: Typed) => void;
}

/** What the consolidating unit did itself: added to its children's figures under its own name. */
export function OwnFiguresForm({ form, typed, type }: OwnFiguresFormProps) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {form.title}
      </Text>
      {form.indicators.map((indicator) => (
        <OwnFigure
          key={indicator.id}
          indicator={indicator}
          typed={typed[indicator.id] ?? { first: '', second: '' }}
          type={(next) => type(indicator.id, next)}
        />
      ))}
    </Stack>
  );
}

function OwnFigure({
  indicator,
  typed,
  type,
}: {
  readonly indicator: Indicator;
  readonly typed: Typed;
  readonly type: (next: Typed) => void;
}) {
  const { t } = useTranslation();
  const label = `${indicator.label}${indicator.unit === '' ? '' : ` (${indicator.unit})`}`;
  const one = {
    label,
    withAsterisk: indicator.required,
    value: typed.first,
    onChange: (event: { currentTarget: { value: string } }) =>
      type({ ...typed, first: event.currentTarget.value }),
  };
  switch (indicator.type) {
    case 'number':
      return <TextInput {...one} inputMode="decimal" />;
    case 'ratio':
      return (
        <Group grow align="flex-end" gap="xs">
          <TextInput {...one} label={t('collect.numerator', { label })} inputMode="decimal" />
          <TextInput
            label={t('collect.denominator', { label })}
            inputMode="decimal"
            value={typed.second}
            onChange={(event) => type({ ...typed, second: event.currentTarget.value })}
          />
        </Group>
      );
    case 'yesNo':
      return (
        <NativeSelect
          {...one}
          data={[
            { value: '', label: '–' },
            { value: 'có', label: t('common.yes') },
            { value: 'không', label: t('common.no') },
          ]}
        />
      );
    case 'text':
      return <Textarea {...one} autosize minRows={2} />;
    case 'list':
      return <Textarea {...one} autosize minRows={2} description={t('collect.onePerLine')} />;
  }
}
