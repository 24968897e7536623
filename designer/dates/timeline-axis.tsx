import { useTranslation } from 'react-i18next';
import { addDays, weekday } from '#engine';
import type { CivilDate } from '#model';
import classes from './timeline.module.css';
import { months, type TimeScale } from './time-scale.ts';

/** Closer than this, every day has its number; wider, only Mondays; wider still, only months. */
const EVERY_DAY_PX = 16;
const MONDAYS_PX = 4;
/** Months narrower than this are `04`, narrower than the other `04/2024`, else `Tháng 04/2024`. */
const YEAR_PX = 52;
const NAME_PX = 100;
const SHORTEST_MONTH = 28;

/** The bars say their own dates: a reader of the screen does not walk through the days. */
export function Axis({ scale }: { readonly scale: TimeScale }) {
  const { t } = useTranslation();
  const month = scale.pxPerDay * SHORTEST_MONTH;
  const nameOf = (day: CivilDate): string => {
    if (month < YEAR_PX) return day.slice(5, 7);
    const key = month < NAME_PX ? 'dates.monthShort' : 'dates.month';
    return t(key, { month: day.slice(5, 7), year: day.slice(0, 4) });
  };
  return (
    <div className={classes['axis']} aria-hidden>
      {months(scale).map(({ day, days }) => (
        <div
          key={day}
          className={classes['month']}
          style={{ left: scale.xOf(day), width: days * scale.pxPerDay }}
        >
          {days < SHORTEST_MONTH && days * scale.pxPerDay < NAME_PX ? null : nameOf(day)}
        </div>
      ))}
      {daysShown(scale).map((day) => (
        <div
          key={day}
          className={classes['day']}
          style={{
            left: scale.xOf(day),
            width: scale.pxPerDay >= EVERY_DAY_PX ? scale.pxPerDay : scale.pxPerDay * 7,
          }}
        >
          {day.slice(8)}
        </div>
      ))}
    </div>
  );
}

function daysShown({ from, to, pxPerDay }: TimeScale): readonly CivilDate[] {
  if (pxPerDay < MONDAYS_PX) return [];
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (pxPerDay >= EVERY_DAY_PX || weekday(day) === 1) days.push(day);
  }
  return days;
}
