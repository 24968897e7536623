import { z } from 'zod';
import { TASK_KINDS } from './task-kinds.ts';

export const TaskKind = z.enum(TASK_KINDS);
export type TaskKind = z.infer<typeof TaskKind>;
export { TASK_KINDS };

/** The name under which a task is assigned; the same for as long as the task lives, whatever becomes of it. */
export type TaskSubject = string;

interface AtNode {
  readonly campaignId: string;
  readonly periodKey: string;
  readonly unitId: string;
}

export const obligationSubject = (obligationId: string): TaskSubject => `obligation:${obligationId}`;
export const actorTaskSubject = (actorTaskId: string): TaskSubject => `actorTask:${actorTaskId}`;
export const letterSubject = (letterId: string): TaskSubject => `letter:${letterId}`;
export const nodeSubject = (
  kind: 'decide' | 'extension' | 'disseminate' | 'consolidate',
  { campaignId, periodKey, unitId }: AtNode,
): TaskSubject => `${kind}:${campaignId}/${periodKey}/${unitId}`;
export const registerSubject = ({ campaignId, unitId }: Omit<AtNode, 'periodKey'>): TaskSubject =>
  `register:${campaignId}/${unitId}`;

/** What somebody may do with who does a task; `delegate` keeps the giver as coordinator, `handOver` does not. */
export const WORK_ACTS = ['claim', 'release', 'assign', 'delegate', 'handOver'] as const;
export const WorkAct = z.enum(WORK_ACTS);
export type WorkAct = z.infer<typeof WorkAct>;

/** The same done to many tasks, or to the reports behind them, at once. */
export const BULK_ACTS = ['assign', 'release', 'remind', 'accept', 'return'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** How a list of tasks is narrowed; what is saved under a name is this, and nothing of a page. */
export const TaskQuery = z.strictObject({
  kind: z.array(TaskKind).max(TASK_KINDS.length).optional(),
  campaign: z.uuid().optional(),
  mode: z.enum(['live', 'rehearsal']).optional(),
  overdue: z.boolean().optional(),
  /** Working days from today, on each campaign's clock. */
  dueWithin: z.int().min(0).max(250).optional(),
  mine: z.boolean().optional(),
  /** `me`, `nobody`, or a person's id. */
  assignee: z.string().min(1).max(100).optional(),
  from: z.string().max(120).optional(),
  status: z.string().max(30).optional(),
  q: z.string().max(200).optional(),
  done: z.boolean().optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;
