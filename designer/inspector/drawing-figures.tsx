import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDrawing, useFindings, useView } from '../drawing/editor.tsx';
import { count } from '../ui/numbers.ts';
import classes from './inspector.module.css';

/** Nothing is selected: what the drawing amounts to, and what to do. */
export function DrawingFigures() {
  const { t, i18n } = useTranslation();
  const { nodes, reports } = useDrawing((state) => state.present.definition);
  const readOnly = useView((state) => state.readOnly);
  const units = useFindings((state) => state.plan?.counts.units ?? null);
  const tasks = nodes.reduce(
    (sum, node) => sum + node.tasks.length + node.sharedTasks.length + node.actorTasks.length,
    0,
  );
  const figures: readonly (readonly [string, number | null])[] = [
    ['levels', nodes.length],
    ['tasks', tasks],
    ['reports', reports.length],
    ['owing', nodes.filter(({ obligations }) => obligations.length > 0).length],
    ['units', units],
  ];
  return (
    <div className={classes['head']}>
      <Text size="sm" c="dimmed">
        {t(nodes.length === 1 && !readOnly ? 'inspector.first' : 'inspector.nothing')}
      </Text>
      <dl className={classes['figures']}>
        {figures.map(([name, figure]) =>
          figure === null ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`inspector.figure.${name}`)}</dt>
              <dd>{count(figure, i18n.language)}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
