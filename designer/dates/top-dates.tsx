import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Bound, Definition } from '#model';
import { useDrawing, useEditor, useFindings, useView } from '../drawing/editor.tsx';
import classes from './dates-panel.module.css';
import { DayInput } from './day-input.tsx';
import {
  parameterBound,
  setParameterBound,
  sayTopDate,
  setTopDate,
  type TopDate,
  topDates,
} from './top-date.ts';

/** What all other dates are counted from, and whether that day itself is still on time. */
export function TopDates({ period }: { readonly period: string | null }) {
  const definition = useDrawing((state) => state.present.definition);
  const trial = useFindings((state) => state.trial);
  const shown = topDates(definition, trial).filter(
    (top) => top.kind !== 'period' || isOfPeriod(definition, top, period),
  );
  return shown.map((top) => <TopDateField key={keyOf(top)} top={top} alone={shown.length === 1} />);
}

type OfPeriod = Extract<TopDate, { kind: 'period' }>;

/** Keys of periods begin with their form's id where a drawing has several series. */
function isOfPeriod({ reports }: Definition, { report, at }: OfPeriod, key: string | null): boolean {
  const periods = reports.find(({ id }) => id === report)?.periods;
  const own = periods?.kind === 'named' ? periods.list[at]?.key : undefined;
  return key === null || key === own || key === `${report}-${own ?? ''}`;
}

const keyOf = (top: TopDate): string => {
  switch (top.kind) {
    case 'parameter':
      return `parameter/${top.key}`;
    case 'period':
      return `period/${top.report}/${top.at}`;
    case 'unset':
      return 'unset';
    case 'written':
      return `written/${top.places.map(({ node, rule, via }) => `${node}/${rule}/${via}`).join()}`;
  }
};

function TopDateField({ top, alone }: { readonly top: TopDate; readonly alone: boolean }) {
  const { t } = useTranslation();
  const { drawing, findings } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  const definition = useDrawing((state) => state.present.definition);
  const bound = boundOf(definition, top);
  const label = alone && top.kind !== 'parameter' ? t('dates.last') : nameOf(top);
  const { run } = drawing.getState();
  const setBound = (to: Bound) => {
    if (top.kind === 'parameter') run(setParameterBound(top.key, to));
    else if (top.kind !== 'unset') run(setTopDate(top, { bound: to }));
  };
  return (
    <Group gap={4} align="flex-start" wrap="nowrap">
      {bound === null ? null : (
        <NativeSelect
          size="xs"
          w={112}
          label={t('dates.bound')}
          classNames={{ label: classes['label'] ?? '' }}
          aria-label={`${t('dates.bound')}: ${label}`}
          disabled={readOnly}
          value={bound}
          data={[
            { value: 'before', label: t('dates.before') },
            { value: 'by', label: t('dates.by') },
          ]}
          onChange={(event) => setBound(event.currentTarget.value === 'by' ? 'by' : 'before')}
        />
      )}
      <DayInput
        label={label}
        value={top.date}
        ofTrial={top.kind === 'parameter'}
        onChange={(date) => {
          if (top.kind === 'unset') return run(sayTopDate(top, date));
          if (top.kind !== 'parameter') return run(setTopDate(top, { date }));
          const { trial, set } = findings.getState();
          set({ trial: { ...trial, parameters: { ...trial.parameters, [top.key]: date } } });
        }}
      />
    </Group>
  );
}

function boundOf(definition: Definition, top: TopDate): Bound | null {
  if (top.kind === 'unset') return null;
  return top.kind === 'parameter' ? parameterBound(definition, top.key) : top.bound;
}

const nameOf = (top: TopDate): string => ('levels' in top ? top.levels.join(', ') : top.label);
