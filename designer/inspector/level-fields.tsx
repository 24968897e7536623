import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DrawingNode,
  ObligationRule,
  type Reminder,
  Reminder as ReminderSchema,
  type Via,
} from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import type { FieldOverride, FieldOverrides } from '../form/field-props.ts';
import { isEntry } from '../form/record.ts';
import { useDueWords } from './due-words.ts';
import { ObligationEntry } from './obligation-entry.tsx';
import { TaskEntry } from './task-entry.tsx';
import { newObligation } from './new-obligation.ts';

const AFTER: Reminder = { unit: 'workingDays', offset: 1, time: '08:00' };
const NOBODY_YET: Via = { select: { kind: 'list', units: [] }, due: { kind: 'none' } };

/** Two days before, and what people add next: never the same twice. */
function nextReminder(beside: readonly unknown[]): Reminder {
  const taken = beside.map((each) => (isEntry(each) ? each['offset'] : null));
  const offset = [-2, 0, 1, -5, 3].find((each) => !taken.includes(each)) ?? -1;
  return { unit: 'workingDays', offset, time: '08:00' };
}

/** What the inspector says about the fields of a level beyond their schema. */
export function useLevelFields(node: DrawingNode): FieldOverrides {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const reports = useDrawing((state) => state.present.definition.reports);
  const dueWords = useDueWords();
  const { id } = node;
  return useMemo(() => {
    const task: FieldOverride = { entry: TaskEntry };
    const alarmTitle = (entry: unknown): string => {
      const read = ReminderSchema.safeParse(entry);
      if (!read.success) return '';
      const { unit, offset } = read.data;
      const when = offset < 0 ? 'before' : offset > 0 ? 'after' : 'on';
      const time = read.data.unit === 'workingDays' ? read.data.time : '';
      return t(`inspector.alarm.${unit}`, { when, count: Math.abs(offset), time });
    };
    return {
      tasks: task,
      sharedTasks: task,
      actorTasks: task,
      obligations: {
        unlabelled: true,
        entry: ObligationEntry,
        fresh: () => newObligation(drawing.getState().present, id),
        title: (entry) => {
          const read = ObligationRule.safeParse(entry);
          if (!read.success) return '';
          const report = reports.find((each) => each.id === read.data.report)?.title ?? read.data.report;
          return `${dueWords(read.data.due)} · ${report}`;
        },
        fields: {
          via: { fresh: () => NOBODY_YET },
          reminders: { fresh: nextReminder, title: alarmTitle, fields: { unit: { half: true } } },
          escalation: { fresh: () => AFTER },
          calendar: {
            fresh: () => drawing.getState().present.definition.calendar,
            fields: { id: { hidden: false } },
          },
        },
      },
      consolidation: { fields: { sign: { half: true }, when: { half: true } } },
      information: { unlabelled: true },
    };
  }, [t, drawing, id, reports, dueWords]);
}
