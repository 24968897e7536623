import { Input, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import { Bound, TimeOfDay } from '#model';
import type { FieldProps } from '../field-props.ts';
import { Frame, Lines } from '../frame.tsx';
import { lastDayOf } from '../typed-date.ts';
import { useField } from '../use-field.tsx';
import { useDayOf, useDayWords } from './use-day.ts';

/** “trước ngày” or “chậm nhất ngày”, a choice that everybody sees, with the last day on time spelled out. */
export function BoundField({ value, onChange, path, label, siblings }: FieldProps) {
  const { t } = useTranslation();
  const { readOnly, errors, warnings } = useField(path, null);
  const wordsOf = useDayWords();
  const date = useDayOf(siblings['date']);
  const time = TimeOfDay.safeParse(siblings['time']);
  const bound = Bound.safeParse(value);
  const last =
    date === null || !bound.success
      ? null
      : lastDayOf({ date, time: time.success ? time.data : null, bound: bound.data });
  return (
    <Frame path={path}>
      <Input.Wrapper size="xs" label={label} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={label}
          readOnly={readOnly}
          value={bound.success ? bound.data : ''}
          data={Bound.options.map((each) => ({ value: each, label: t(`form.bound.${each}`) }))}
          onChange={onChange}
        />
      </Input.Wrapper>
      {last === null ? null : (
        <Text size="xs" mt={4}>
          {t('form.bound.last', {
            time: time.success ? time.data : 'none',
            date: formatDate(last),
            day: wordsOf(last).text,
          })}
        </Text>
      )}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
