import { Input, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Selector } from '#model';
import type { FieldOverrides, FieldProps } from '../field-props.ts';
import { switched } from '../fresh.ts';
import { Fields } from '../fields/object-field.tsx';
import { Frame, Lines } from '../frame.tsx';
import classes from '../form.module.css';
import { Fold } from '../fold.tsx';
import { describeSchema, pick } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { useSeed } from '../use-seed.ts';
import { useChainName, useFigures, useKindOptions } from '../use-units.ts';

const WHO = ['units', 'unitKinds'];
const NARROWS = ['where', 'within', 'chain'];

/** Beyond the kind: below a named unit, of another chain, with conditions. */
const isNarrowed = (select: Selector): boolean =>
  select.kind === 'ofKind' &&
  (select.within !== 'parent' || select.chain !== undefined || select.where.length > 0);

const BELOW_TOP = ['ofKind', 'list', 'criterion'];

/** Who is addressed: by kind, by name, or by what they have in common. */
export function SelectorField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const seed = useSeed();
  const { readOnly, errors, warnings } = useField(path, null, false);
  const inside = useInside(value, own.fields);
  const described = describeSchema(Selector);
  const parsed = Selector.safeParse(value);
  if (!parsed.success || described.kind !== 'variants') return <Lines errors={[label]} />;
  const select = parsed.data;
  const variant = described.variants.get(select.kind);
  const common = { value: select, path, labels: 'form.selector', fields: inside, onChange };
  const kinds = select.kind === 'root' ? ['root', ...BELOW_TOP] : BELOW_TOP;
  const onTop = select.kind === 'root' && errors.length === 0;
  return (
    <Frame path={path} half={own.half}>
      {onTop ? (
        <Input.Wrapper size="xs" label={label} labelElement="div">
          <Text size="sm">{t('form.selector.kind_root')}</Text>
        </Input.Wrapper>
      ) : (
        <Select
          label={label}
          size="xs"
          readOnly={readOnly}
          allowDeselect={false}
          value={select.kind}
          data={kinds.map((each) => ({ value: each, label: t(`form.selector.kind_${each}`) }))}
          onChange={(next) => {
            const wanted = next === null ? undefined : described.variants.get(next);
            if (wanted !== undefined && next !== select.kind)
              onChange(switched(wanted, select, seed(path, label)));
          }}
        />
      )}
      {variant === undefined || select.kind === 'root' ? null : (
        <div className={classes['inside']}>
          <Fields {...common} schema={pick(variant, WHO)} />
          {select.kind === 'criterion' ? <Fields {...common} schema={pick(variant, NARROWS)} /> : null}
          {select.kind === 'ofKind' ? (
            <Fold
              title={t('form.selector.narrow')}
              holds={NARROWS.map((name) => [...path, name])}
              openAtFirst={isNarrowed(select)}
            >
              <Fields {...common} schema={pick(variant, NARROWS)} />
            </Fold>
          ) : null}
        </div>
      )}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}

/** Kinds and chains by their names, from the chosen tree. */
function useInside(value: unknown, given: FieldOverrides = {}): FieldOverrides {
  const { t } = useTranslation();
  const parsed = Selector.safeParse(value);
  const chosen = parsed.success && parsed.data.kind === 'ofKind' ? parsed.data : null;
  const kinds = useKindOptions(chosen?.unitKinds);
  const { chains } = useFigures();
  const nameOf = useChainName();
  const own = chosen?.chain;
  return {
    unitKinds: { options: kinds },
    within: { half: true },
    chain: {
      half: true,
      placeholder: t('form.selector.sameChain'),
      options: [...new Set([...chains, ...(own === undefined ? [] : [own])])].map((each) => ({
        value: each,
        label: nameOf(each),
      })),
    },
    ...given,
  };
}
