import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Due, Instant } from '#model';
import { DueAnswer } from '../ui/due-answer.tsx';
import { lastOnTimeInstant } from '../ui/dates.ts';
import { type DateRow, sameRow } from './date-rows.ts';
import { momentWithWeekday, shortDay } from './named-day.ts';
import classes from './timeline.module.css';
import type { TimeScale } from './time-scale.ts';

interface RowProps {
  readonly row: DateRow;
  readonly scale: TimeScale;
  readonly opensAt: Instant;
}

export const TimelineRow = memo(
  Line,
  (a, b) => sameRow(a.row, b.row) && a.scale === b.scale && a.opensAt === b.opensAt,
);

function Line({ row, scale, opensAt }: RowProps) {
  const { t, i18n } = useTranslation();
  const { node, owed, depth } = row;
  const due = owed?.due ?? null;
  return (
    <li className={classes['row']}>
      <div className={classes['name']} style={{ paddingLeft: 8 + depth * 12 }} title={node.name}>
        {node.name}
      </div>
      <div className={classes['track']} style={{ width: scale.width }}>
        {due?.dueAt ? (
          <Bar due={due} dueAt={due.dueAt} of={{ row, scale, opensAt }} />
        ) : (
          <span className={classes['nothing']} style={{ left: scale.x(opensAt) }}>
            {t(owed === null ? 'dates.owesNothing' : 'timeliness.noDeadline')}
          </span>
        )}
        {due?.remindAt.map((at) => (
          <Mark
            key={at}
            at={at}
            scale={scale}
            kind="reminder"
            label={t('dates.remindOn', { day: momentWithWeekday(at, i18n.language) })}
          />
        ))}
        {due?.escalateAt ? (
          <Mark
            at={due.escalateAt}
            scale={scale}
            kind="escalation"
            label={t('dates.escalateOn', { day: momentWithWeekday(due.escalateAt, i18n.language) })}
          />
        ) : null}
        {owed?.via?.dueAt ? (
          <Mark
            at={owed.via.dueAt}
            scale={scale}
            kind="via"
            label={t('dates.viaDue', {
              day: momentWithWeekday(lastOnTimeInstant(owed.via.dueAt), i18n.language),
            })}
          />
        ) : null}
      </div>
    </li>
  );
}

/** The date stands behind the bar, and behind the mark that would cover it. */
const LABEL_PX = 80;

interface BarProps {
  readonly due: Due;
  readonly dueAt: Instant;
  readonly of: RowProps;
}

/** All that the marks say stands in the name of the bar, so that one stop of the Tab key tells it. */
function Bar({ due, dueAt, of: { row, scale, opensAt } }: BarProps) {
  const { t, i18n } = useTranslation();
  const from = scale.x(opensAt);
  const to = scale.x(dueAt);
  // due before it opens: nothing to draw but the day itself
  const possible = to > from;
  const left = possible ? from : Math.max(0, to - 3);
  const last = lastOnTimeInstant(dueAt);
  const escalation = due.escalateAt === null ? 0 : scale.x(due.escalateAt) - to;
  const name = t('dates.barName', {
    level: row.node.name,
    from: momentWithWeekday(opensAt, i18n.language),
    to: momentWithWeekday(last, i18n.language),
    days: row.owed?.available ?? 0,
  });
  const marks = [
    ...due.remindAt.map((at) => t('dates.remindOn', { day: momentWithWeekday(at, i18n.language) })),
    ...(due.escalateAt === null
      ? []
      : [t('dates.escalateOn', { day: momentWithWeekday(due.escalateAt, i18n.language) })]),
  ];
  return (
    <div
      className={classes['bar-place']}
      data-impossible={!possible || undefined}
      style={{ left, width: possible ? to - from : 6 }}
    >
      <DueAnswer
        dueAt={dueAt}
        why={due.why}
        label={[name, ...marks].join('. ')}
        className={classes['bar-button'] ?? ''}
      >
        <span
          className={classes['bar-label']}
          style={{ marginLeft: escalation > 0 && escalation < LABEL_PX ? escalation + 8 : 6 }}
        >
          {shortDay(last, i18n.language)}
        </span>
      </DueAnswer>
    </div>
  );
}

interface MarkProps {
  readonly at: Instant;
  readonly scale: TimeScale;
  readonly kind: 'reminder' | 'escalation' | 'via';
  readonly label: string;
}

const Mark = ({ at, scale, kind, label }: MarkProps) => (
  <span
    className={classes['point']}
    data-kind={kind}
    style={{ left: scale.x(at) }}
    title={label}
    aria-hidden
  />
);
