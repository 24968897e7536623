import { z } from 'zod';
import { Value } from '#model';
import { day, instant, many, maybe } from '../shapes.ts';
import { DueStep } from './shapes.ts';
import { Coverage } from '../consolidations/shapes.ts';
import { Status } from '../obligations/shapes.ts';

export const TreeObligation = z.strictObject({
  id: z.string(),
  kind: z.enum(['report', 'acknowledge']),
  reportId: maybe(z.string()),
  collectorUnitId: maybe(z.string()),
  status: Status,
  done: z.boolean(),
  timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
  dueAt: maybe(instant),
  reworkDueAt: maybe(instant).describe('Hạn nộp lại, có hiệu lực khi báo cáo đang bị trả lại'),
  dueDate: maybe(day),
  dueBound: maybe(z.enum(['before', 'by'])),
  dueWhy: many(DueStep),
  overdueAt: maybe(instant),
  countedAt: maybe(instant),
  version: z.int(),
  acceptedVersion: maybe(z.int()),
  closed: z.boolean(),
  revision: z.int(),
});
export type TreeObligation = z.output<typeof TreeObligation>;

export const TreeNode = z.strictObject({
  depth: z.int(),
  disseminates: z.boolean(),
  collects: z.boolean(),
  dissemination: z.enum(['automatic', 'official']),
  openedAt: maybe(instant),
  disseminatedAt: maybe(instant),
  sign: z.enum(['automatic', 'official']),
  revision: z.int(),
  signedRevision: z.int(),
  submittedRevision: z.int(),
  stale: z.boolean(),
  below: maybe(
    z.strictObject({
      planned: z.int(),
      opened: z.int(),
      outstanding: z.int(),
      submitted: z.int(),
      returned: z.int(),
      done: z.int(),
      overdue: z.int(),
    }),
  ),
  totals: maybe(
    z.strictObject({
      basis: z.enum(['provisional', 'revision']),
      reports: z.record(z.string(), z.record(z.string(), maybe(Value))),
      coverage: Coverage,
    }),
  ),
});
export type TreeNode = z.output<typeof TreeNode>;

export const TreeUnit = z.strictObject({
  unitId: z.string(),
  unitName: z.string(),
  chain: z.string(),
  parentUnitId: maybe(z.string()),
  nodeIds: many(z.string()),
  obligations: many(TreeObligation),
  node: maybe(TreeNode),
});
export type TreeUnit = z.output<typeof TreeUnit>;

export const CampaignTree = z.strictObject({
  campaignId: z.string(),
  periodKey: z.string(),
  now: instant,
  whole: z.boolean(),
  parent: maybe(TreeUnit),
  units: many(TreeUnit),
  nextCursor: maybe(z.string()),
});
export type CampaignTree = z.output<typeof CampaignTree>;

/** Units of one level of the drawing, in one period. */
export const LevelCount = z.strictObject({
  nodeId: z.string(),
  units: z.int(),
  waiting: z.int(),
  done: z.int(),
  late: z.int(),
});
export type LevelCount = z.output<typeof LevelCount>;
