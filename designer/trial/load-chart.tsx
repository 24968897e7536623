import { useTranslation } from 'react-i18next';
import { addDays } from '#engine';
import { date, weekday } from '../ui/dates.ts';
import { count } from '../ui/numbers.ts';
import { type Axis, ticksOf } from './axis.ts';
import { DaysOff } from './days-off.tsx';
import classes from './simulate.module.css';
import type { DailyLoad } from './simulation-outcome.ts';

const HEIGHT = 96;
const TOP = 6;
const AXIS = 16;

const LABEL_ROOM = 84;

/** How much is handed in on each day, and how much is due at its end. */
export function LoadChart({ load, axis }: { readonly load: DailyLoad; readonly axis: Axis }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...load.days.map(({ handedIn }) => handedIn));
  const room = HEIGHT - TOP - AXIS;
  const figure = (value: number) => count(value, i18n.language);
  const gap = axis.dayWidth > 6 ? 1 : 0;
  const peak = load.peak === null ? '' : `${figure(load.peak.count)} · ${date(load.peak.date)}`;
  return (
    <svg
      className={classes['svg']}
      width={axis.width}
      height={HEIGHT}
      role="img"
      aria-label={t('trial.simulate.loadOf', { peak })}
    >
      <DaysOff axis={axis} days={load.days} height={HEIGHT - AXIS} />
      {load.days.map(({ due, handedIn }, at) => {
        if (due === 0 && handedIn === 0) return null;
        const day = addDays(load.from, at);
        const height = (handedIn / most) * room;
        const told = {
          day: `${weekday(day, i18n.language)} ${date(day)}`,
          due: figure(due),
          done: figure(handedIn),
        };
        return (
          <g key={day}>
            <title>{t('trial.simulate.dayLoad', told)}</title>
            <rect
              className={classes['done']}
              x={at * axis.dayWidth + gap}
              width={Math.max(1, axis.dayWidth - 2 * gap)}
              y={TOP + room - height}
              height={height}
            />
          </g>
        );
      })}
      {dueMarks(load, axis).map(({ day, due, x, named }) => (
        <g key={day}>
          <line className={classes['due']} x1={x} x2={x} y1={TOP} y2={HEIGHT - AXIS} />
          {named ? (
            <text
              className={classes['tick']}
              x={x < LABEL_ROOM ? x + 4 : x - 4}
              y={TOP + 9}
              textAnchor={x < LABEL_ROOM ? 'start' : 'end'}
            >
              {t('trial.simulate.dueCount', { due: figure(due) })}
            </text>
          ) : null}
        </g>
      ))}
      <line className={classes['line']} x1={0} x2={axis.width} y1={HEIGHT - AXIS} y2={HEIGHT - AXIS} />
      {ticksOf(axis).map((day) => (
        <g key={day}>
          <line
            className={classes['line']}
            x1={axis.x(day)}
            x2={axis.x(day)}
            y1={HEIGHT - AXIS}
            y2={HEIGHT}
          />
          <text className={classes['tick']} x={axis.x(day) + 3} y={HEIGHT - 4}>
            {date(day)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A line at the end of each last day; its number where that does not run into the one before. */
function dueMarks({ from, days }: DailyLoad, axis: Axis) {
  let last = Number.NEGATIVE_INFINITY;
  return days.flatMap(({ due }, at) => {
    if (due === 0) return [];
    const x = (at + 1) * axis.dayWidth;
    const named = x - last >= LABEL_ROOM;
    if (named) last = x;
    return [{ day: addDays(from, at), due, x, named }];
  });
}
