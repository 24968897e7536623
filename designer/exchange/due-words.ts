import { formatDate } from '#engine';
import type { Definition, DrawingNode, DueRule } from '#model';
import type { Words } from './words.ts';

/** When the reports of a level are due, each date once: "trước ngày 08/12/2024". Empty where nothing is owed. */
export function duesOf(node: DrawingNode, definition: Definition, words: Words): readonly string[] {
  return [...new Set(node.obligations.map(({ due }) => dueInWords(due, definition, words)))];
}

function dueInWords(due: DueRule, definition: Definition, words: Words): string {
  switch (due.kind) {
    case 'none':
    case 'unknown':
    case 'period':
      return words(`due_${due.kind}`);
    case 'date': {
      if (typeof due.date !== 'string') {
        const { parameter } = due.date;
        const asked = definition.parameters.find(({ key }) => key === parameter);
        return words('due_asked', { label: asked?.label ?? parameter });
      }
      const date = formatDate(due.date);
      return due.time === null
        ? words(`due_date_${due.bound}`, { date })
        : words(`due_time_${due.bound}`, { date, time: due.time });
    }
    case 'lead':
      return words('due_lead', { count: due.workingDays });
    case 'leadHours':
      return words('due_leadHours', { count: due.hours });
    case 'event': {
      const event = definition.events.find(({ key }) => key === due.event)?.label ?? due.event;
      if (due.offset === 0) return words('due_event_on', { event });
      const side = due.offset > 0 ? 'after' : 'before';
      const params = { event, count: Math.abs(due.offset) };
      return words(due.days === 'working' ? `due_event_${side}_working` : `due_event_${side}`, params);
    }
  }
}
