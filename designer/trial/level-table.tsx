import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { date } from '../ui/dates.ts';
import { count } from '../ui/numbers.ts';
import { type Axis, axisOf } from './axis.ts';
import { DaysOff } from './days-off.tsx';
import { LoadChart } from './load-chart.tsx';
import classes from './simulate.module.css';
import type { LevelOutcome, SimulationOutcome, Span } from './simulation-outcome.ts';

const ROW = 30;

/** Every level: its figures, and beside them when it was asked, when it was due and when it answered. */
export function LevelTable({ outcome: { levels, load } }: { readonly outcome: SimulationOutcome }) {
  const { t, i18n } = useTranslation();
  const { ref, width } = useElementSize();
  const nodes = useDrawing((state) => state.present.definition.nodes);
  const axis = axisOf(load, Math.max(width, 120));
  const figures = ['owed', 'onTime', 'late', 'missing'] as const;
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('trial.simulate.level')}</th>
          {figures.map((name) => (
            <th key={name} scope="col">
              {t(`trial.simulate.${name}`)}
            </th>
          ))}
          <th scope="col" className={classes['time']}>
            <div ref={ref}>{t('trial.simulate.course')}</div>
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level.nodeId}>
            <th scope="row" lang="vi" title={nameOf(level.nodeId)}>
              {nameOf(level.nodeId)}
            </th>
            {figures.map((name) => (
              <td key={name}>{count(level[name], i18n.language)}</td>
            ))}
            <td className={classes['time']}>
              <Course level={level} axis={axis} days={load.days} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('trial.simulate.load')}</th>
          <td colSpan={figures.length} />
          <td className={classes['time']}>
            <LoadChart load={load} axis={axis} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface CourseProps {
  readonly level: LevelOutcome;
  readonly axis: Axis;
  readonly days: SimulationOutcome['load']['days'];
}

function Course({ level: { spans }, axis, days }: CourseProps) {
  const { t } = useTranslation();
  const told = (span: Span): string =>
    [
      span.label,
      t('trial.simulate.opened', { day: date(span.openedOn) }),
      span.dueTo === null ? t('trial.simulate.noDue') : t('trial.simulate.dueOn', { day: date(span.dueTo) }),
      span.doneTo === null
        ? t('trial.simulate.nothingIn')
        : t('trial.simulate.allIn', { day: date(span.doneTo) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <svg
      className={classes['svg']}
      width={axis.width}
      height={ROW}
      role="img"
      aria-label={spans.map(told).join('; ')}
    >
      <DaysOff axis={axis} days={days} height={ROW} />
      {spans.map((span) => (
        <g key={span.periodKey}>
          <title>{told(span)}</title>
          <Bar axis={axis} from={span.openedOn} to={span.dueTo ?? span.doneTo} kind="planned" />
          <Bar axis={axis} from={span.doneFrom} to={span.doneTo} kind="done" />
          {span.dueTo === null ? null : (
            <line
              className={classes['due']}
              x1={axis.x(span.dueTo) + axis.dayWidth}
              x2={axis.x(span.dueTo) + axis.dayWidth}
              y1={3}
              y2={ROW - 3}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly axis: Axis;
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: 'planned' | 'done';
}

function Bar({ axis, from, to, kind }: BarProps) {
  if (from === null || to === null) return null;
  const place = kind === 'planned' ? { y: 7, height: 16 } : { y: 12, height: 6 };
  return (
    <rect
      className={classes[kind]}
      x={axis.x(from)}
      width={Math.max(2, axis.x(to) - axis.x(from) + axis.dayWidth)}
      rx={2}
      {...place}
    />
  );
}
