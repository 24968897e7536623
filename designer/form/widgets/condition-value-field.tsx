import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttributeValue, Condition } from '#model';
import { type ConditionValue, readValue, writeValue } from '../condition-value.ts';
import { bySense } from '../fields/choice-field.tsx';
import classes from '../form.module.css';
import { asError } from '../frame.tsx';
import { DraftInput } from '../draft-input.tsx';
import { type Read, useDraft } from '../use-draft.ts';
import { useKindOptions } from '../use-units.ts';

interface ValueProps {
  readonly condition: Condition;
  readonly readOnly: boolean;
  /** Values that units have in the attribute. */
  readonly known: readonly AttributeValue[];
  readonly onChange: (next: ConditionValue) => void;
}

export function ConditionValueField(props: ValueProps) {
  const { condition, known } = props;
  if (condition.attribute === '$kind') return <KindValue {...props} />;
  if (known.length > 0 && known.every((each) => typeof each === 'boolean') && condition.op !== 'in')
    return <YesNoValue {...props} />;
  return <TypedValue {...props} />;
}

function KindValue({ condition, readOnly, onChange }: ValueProps) {
  const { t } = useTranslation();
  const chosen = [condition.value ?? []].flat().map(String).filter(Boolean);
  const data = [...useKindOptions(chosen)];
  const common = {
    size: 'xs',
    'aria-label': t('form.condition.value'),
    data,
    readOnly,
    searchable: true,
  } as const;
  if (condition.op === 'in')
    return (
      <MultiSelect
        {...common}
        className={classes['whole'] ?? ''}
        filter={({ options, search }) => bySense({ options, search })}
        value={chosen}
        onChange={onChange}
      />
    );
  return (
    <Select
      {...common}
      allowDeselect={false}
      filter={({ options, search }) => bySense({ options, search })}
      value={chosen[0] ?? null}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

function YesNoValue({ condition, readOnly, onChange }: ValueProps) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      aria-label={t('form.condition.value')}
      readOnly={readOnly}
      allowDeselect={false}
      value={typeof condition.value === 'boolean' ? String(condition.value) : null}
      data={[
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]}
      onChange={(next) => onChange(next === 'true')}
    />
  );
}

function TypedValue({ condition, readOnly, known, onChange }: ValueProps) {
  const { t } = useTranslation();
  const shown = writeValue(condition.value);
  // compared as written: a list is made anew with every change of the drawing
  const draft = useDraft<string>({
    value: shown,
    shown,
    read: (text): Read<string> => {
      const value = readValue(text, { op: condition.op, known });
      return value === null
        ? { ok: false, wrong: { key: 'number' } }
        : { ok: true, value: writeValue(value) };
    },
    commit: (text) => onChange(readValue(text, { op: condition.op, known }) ?? ''),
  });
  return (
    <DraftInput
      draft={draft}
      size="xs"
      aria-label={t('form.condition.value')}
      placeholder={condition.op === 'in' ? 'a, b' : ''}
      readOnly={readOnly}
      error={asError(draft.wrong === null ? [] : [t(`form.wrong.${draft.wrong.key}`)])}
    />
  );
}
