import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percentOf } from '#engine';
import { parseNumber } from '#engine/numbers';
import { decimal } from '../../ui/numbers.ts';
import classes from './fields.module.css';
import { anchorOf } from './field-context.ts';
import { type BoxProps, Label } from './label.tsx';
import { NumberBox } from './number-box.tsx';
import { AS_TYPED } from './typed-text.ts';

/** Two figures; the share is worked out from them and never typed (ratios are ratios of sums). */
export function RatioField({ indicator, value, change, hint }: BoxProps) {
  const { t } = useTranslation();
  const id = anchorOf(`values.${indicator.id}`);
  const parts =
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? { numerator: String(value.numerator), denominator: String(value.denominator) }
      : { numerator: '', denominator: '' };
  const put = (next: typeof parts) => change(next.numerator === '' && next.denominator === '' ? null : next);
  const read = (text: string) => parseNumber(text, { decimals: indicator.decimals, path: [] });
  const [over, under] = [read(parts.numerator), read(parts.denominator)];
  const share = over.ok && under.ok ? percentOf(over.value, under.value) : null;
  return (
    <fieldset className={classes['ratio']} aria-describedby={hint}>
      <legend>
        <Text size="sm" fw={500} span>
          <Label indicator={indicator} />
          {indicator.required ? <span aria-hidden> *</span> : null}
        </Text>
      </legend>
      <Group gap="xs" align="flex-start">
        <NumberBox
          id={id}
          label={t('report.numerator')}
          value={parts.numerator}
          decimals={indicator.decimals}
          required={indicator.required}
          onChange={(numerator) => put({ ...parts, numerator })}
        />
        <NumberBox
          id={`${id}-of`}
          label={t('report.denominator')}
          value={parts.denominator}
          decimals={indicator.decimals}
          required={indicator.required}
          onChange={(denominator) => put({ ...parts, denominator })}
        />
        {share === null ? null : (
          <Text size="sm" className={classes['share'] ?? ''}>
            = {decimal(share, AS_TYPED)} %
          </Text>
        )}
      </Group>
    </fieldset>
  );
}
