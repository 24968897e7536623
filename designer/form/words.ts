import type { z } from 'zod';
import {
  ActorTask,
  Condition,
  DueRule,
  Members,
  ObligationRule,
  RecipientsOfRecord,
  Reminder,
  Selector,
  Task,
  Via,
  Window,
} from '#model';
import { bare } from './schema.ts';

/** Schemas whose fields are always called the same, wherever they stand. */
export const GROUPS: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [ActorTask, 'form.task'],
  [Condition, 'form.condition'],
  [DueRule, 'form.due'],
  [Members, 'form.members'],
  [ObligationRule, 'form.obligation'],
  [RecipientsOfRecord, 'form.recipients'],
  [Reminder, 'form.alarm'],
  [Selector, 'form.selector'],
  [Task, 'form.task'],
  [Via, 'form.via'],
  [Window, 'form.window'],
]);

/** Key prefix of the labels inside a field: `<words of the field>` with the dots of its own name made one. */
export function insideWords(schema: z.ZodType, words: string): string {
  const group = GROUPS.get(bare(schema).schema);
  if (group !== undefined) return group;
  const dot = words.lastIndexOf('.');
  return `${words.slice(0, dot)}_${words.slice(dot + 1)}`;
}
