import { ActionIcon, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, startOfDay } from '#engine';
import type { Instant, PlanPeriod } from '#model';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import { dayMarks } from './day-marks.ts';
import { useRows } from './dates-table.tsx';
import { dayWithWeekday } from './named-day.ts';
import { fittingZoom, nextZoom, roomy, spanOf, type TimeScale, timeScale } from './time-scale.ts';
import { Axis } from './timeline-axis.tsx';
import { TimelineRow } from './timeline-row.tsx';
import classes from './timeline.module.css';
import { startOf } from './work-out.ts';

/** `--names`, 15rem: the column with the names of the levels. */
const NAMES_PX = 240;

/** From opening to deadline, level by level, over the days that are worked and those that are not. */
export function Timeline({ period }: { readonly period: PlanPeriod }) {
  const { t } = useTranslation();
  const rows = useRows(period);
  const span = useMemo(() => spanOf(period), [period]);
  const [chosen, choose] = useState<number | null>(null);
  const { ref, width } = useElementSize();
  // nothing is measured on paper, nor before the first look
  const room = width === 0 ? undefined : width - NAMES_PX;
  const px = chosen ?? fittingZoom(span, room);
  const scale = useMemo(() => timeScale(roomy(span, px, room), px), [span, px, room]);
  const [closer, wider] = [nextZoom(px, 'in'), nextZoom(px, 'out')];
  return (
    <div className={classes['root']}>
      <Group gap="md" className={classes['bar']}>
        <Legend />
        <Group gap={4} ml="auto">
          <ActionIcon
            size="sm"
            variant="default"
            aria-label={t('dates.zoomOut')}
            disabled={wider === null}
            onClick={() => choose(wider)}
          >
            <IconMinus size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="default"
            aria-label={t('dates.zoomIn')}
            disabled={closer === null}
            onClick={() => choose(closer)}
          >
            <IconPlus size={14} />
          </ActionIcon>
        </Group>
      </Group>
      <section ref={ref} className={classes['scroll']} aria-label={t('dates.view_timeline')} tabIndex={-1}>
        <div className={classes['sheet']} style={{ width: `calc(var(--names) + ${scale.width}px)` }}>
          <Days scale={scale} />
          <Axis scale={scale} />
          <ul className={classes['rows']}>
            {rows.map((row) => (
              <TimelineRow key={row.key} row={row} scale={scale} opensAt={period.opensAt} />
            ))}
          </ul>
        </div>
      </section>
    </div>
  );
}

/** Days off behind all rows, swapped working days, the start of the trial and today. */
function Days({ scale }: { readonly scale: TimeScale }) {
  const { t, i18n } = useTranslation();
  const id = useDrawing((state) => state.present.definition.calendar.id);
  const calendar = useFindings((state) => state.calendars.find((each) => each.id === id));
  const trial = useFindings((state) => state.trial);
  const marks = useMemo(
    () => (calendar === undefined ? [] : dayMarks(calendar, scale.from, scale.to)),
    [calendar, scale],
  );
  return (
    <div className={classes['days']} style={{ width: scale.width }}>
      {marks.map(({ kind, from, days, name }) => (
        <div
          key={from}
          className={classes['mark']}
          data-kind={kind}
          title={name === '' ? undefined : `${dayWithWeekday(from, i18n.language)}: ${name}`}
          style={{ left: scale.xOf(from), width: days * scale.pxPerDay }}
        />
      ))}
      <Line at={startOf(trial)} scale={scale} kind="start" label={t('dates.startLine')} />
      <Line at={new Date().toISOString()} scale={scale} kind="today" label={t('dates.todayLine')} />
    </div>
  );
}

interface LineProps {
  readonly at: Instant;
  readonly scale: TimeScale;
  readonly kind: 'start' | 'today';
  readonly label: string;
}

function Line({ at, scale, kind, label }: LineProps) {
  const shown = at >= startOfDay(scale.from) && at < startOfDay(addDays(scale.to, 1));
  return shown ? (
    <div className={classes['line']} data-kind={kind} style={{ left: scale.x(at) }}>
      <span>{label}</span>
    </div>
  ) : null;
}

const LEGEND = ['bar', 'reminder', 'escalation', 'weekend', 'off', 'worked'] as const;

function Legend() {
  const { t } = useTranslation();
  return LEGEND.map((each) => (
    <span key={each} className={classes['legend']}>
      <span className={classes['swatch']} data-kind={each} aria-hidden />
      <Text span size="xs" c="dimmed">
        {t(`dates.legend_${each}`)}
      </Text>
    </span>
  ));
}
