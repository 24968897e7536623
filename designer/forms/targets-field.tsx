import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatVi } from '#engine';
import { Target } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { FigureField } from './figure-field.tsx';
import classes from './forms.module.css';
import { SharesField } from './shares-field.tsx';
import { freshTarget, indicatorOf } from './targets.ts';

/** Targets handed down with the drawing; there is none to hand down before somebody owes a figure. */
export function TargetsField(props: FieldProps) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const definition = useDrawing((state) => state.present.definition);
  const possible = freshTarget(definition) !== null;
  const none = Array.isArray(props.value) && props.value.length === 0;
  const title = (entry: unknown): string => {
    const parsed = Target.safeParse(entry);
    if (!parsed.success) return '';
    const indicator = indicatorOf(definition, parsed.data);
    return t('forms.targetTitle', {
      indicator: indicator?.label ?? parsed.data.indicator,
      total: formatVi(parsed.data.total),
      unit: indicator?.unit ?? '',
    });
  };
  if (!possible && none)
    return (
      <div className={classes['whole']}>
        <Text size="xs" fw={500}>
          {props.label}
        </Text>
        <Text size="xs" c="dimmed">
          {t('forms.noFigure')}
        </Text>
      </div>
    );
  return (
    <ListField
      {...props}
      own={{
        ...props.own,
        title,
        fresh: () => freshTarget(drawing.getState().present.definition),
        fields: {
          total: { widget: FigureField },
          node: { half: true },
          split: { fields: { shares: { widget: SharesField } } },
        },
      }}
    />
  );
}
