import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import type { DueRule } from '#model';
import { useDrawing } from '../drawing/editor.tsx';

/** A due rule in a few words: “trước 08/12/2024”, “sớm hơn 3 ngày”. */
export function useDueWords(): (due: DueRule) => string {
  const { t } = useTranslation();
  const parameters = useDrawing((state) => state.present.definition.parameters);
  const events = useDrawing((state) => state.present.definition.events);
  return useCallback(
    (due) => {
      switch (due.kind) {
        case 'none':
        case 'unknown':
        case 'period':
          return t(`inspector.due.${due.kind}`);
        case 'lead':
          return t('inspector.due.lead', { count: due.workingDays });
        case 'leadHours':
          return t('inspector.due.leadHours', { count: due.hours });
        case 'date': {
          const { date, bound } = due;
          const asked = typeof date === 'string' ? null : date.parameter;
          const day =
            typeof date === 'string'
              ? formatDate(date)
              : (parameters.find(({ key }) => key === asked)?.label ?? date.parameter);
          return t('inspector.due.date', { bound, date: day });
        }
        case 'event': {
          const event = events.find(({ key }) => key === due.event)?.label ?? due.event;
          return t('inspector.due.event', { event, offset: due.offset, count: Math.abs(due.offset) });
        }
      }
    },
    [t, parameters, events],
  );
}
