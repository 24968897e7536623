import { Anchor, Group, Radio, Text, Textarea } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Indicator, RawValue } from '#model';
import { decimal } from '../../ui/numbers.ts';
import { valueText } from '../../monitor/value-text.ts';
import { Beside } from './beside.tsx';
import { anchorOf, useForm } from './field-context.ts';
import { NumberBox } from './number-box.tsx';
import { type BoxProps, Label } from './label.tsx';
import { RatioField } from './ratio-field.tsx';
import { AS_TYPED } from './typed-text.ts';

/** One indicator of the form: its box, the target beside it, what was reported before, who else wrote there. */
export function IndicatorField({ indicator }: { readonly indicator: Indicator }) {
  const { keeper } = useForm();
  const field = `values.${indicator.id}`;
  const value = useStore(keeper.store, ({ content }) => content.values[indicator.id] ?? null);
  const change = (next: RawValue) => keeper.change({ values: { [indicator.id]: next } });
  const hint = useId();
  return (
    <div data-field={field}>
      <Box indicator={indicator} value={value} change={change} hint={hint} />
      <Known indicator={indicator} id={hint} />
      <Beside field={field} keeper={keeper} />
    </div>
  );
}

function Box({ indicator, value, change, hint }: BoxProps): ReactNode {
  const { t } = useTranslation();
  const id = anchorOf(`values.${indicator.id}`);
  const label = <Label indicator={indicator} />;
  const given = { id, label, 'aria-describedby': hint, 'aria-required': indicator.required };
  switch (indicator.type) {
    case 'number':
      return (
        <NumberBox
          id={id}
          label={label}
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          decimals={indicator.decimals}
          required={indicator.required}
          describedBy={hint}
          onChange={(text) => change(text === '' ? null : text)}
        />
      );
    case 'ratio':
      return <RatioField indicator={indicator} value={value} change={change} hint={hint} />;
    case 'text':
      return (
        <Textarea
          {...given}
          withAsterisk={indicator.required}
          autosize
          minRows={2}
          maxLength={8000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => change(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      );
    case 'list':
      return (
        <Textarea
          {...given}
          withAsterisk={indicator.required}
          description={t('report.onePerLine')}
          autosize
          minRows={3}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(event) => {
            const text = event.currentTarget.value;
            change(text === '' ? null : text.split('\n').map((line) => line.slice(0, 500)));
          }}
        />
      );
    case 'yesNo':
      return (
        <Radio.Group
          label={label}
          withAsterisk={indicator.required}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(word) => change(word === 'true')}
        >
          <Group gap="lg" mt={6}>
            <Radio id={id} value="true" label={t('common.yes')} />
            <Radio value="false" label={t('common.no')} />
            {value === null || indicator.required ? null : (
              <Anchor component="button" type="button" size="sm" onClick={() => change(null)}>
                {t('report.clear')}
              </Anchor>
            )}
          </Group>
        </Radio.Group>
      );
  }
}

function Known({ indicator, id }: { readonly indicator: Indicator; readonly id: string }) {
  const { t } = useTranslation();
  const { targets, before } = useForm();
  const target = targets[indicator.id];
  const earlier = before?.values[indicator.id];
  const parts = [
    ...(target === undefined ? [] : [t('report.target', { value: decimal(target, AS_TYPED) })]),
    ...(before === null || earlier === undefined
      ? []
      : [`${before.label}: ${valueText(earlier, indicator, AS_TYPED)}`]),
  ];
  if (parts.length === 0) return <span id={id} />;
  return (
    <Text id={id} size="xs" c="dimmed" mt={2}>
      {parts.join(' · ')}
    </Text>
  );
}
