import { z } from 'zod';
import type { Sent } from '../../http/shapes.ts';
import { day, instant, json, maybe } from '../shapes.ts';

export const Notice = z.strictObject({
  id: z.int(),
  campaignId: maybe(z.string()).describe('null: gửi riêng một người (told to one person)'),
  campaignTitle: maybe(z.string()),
  obligationId: maybe(z.string()),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  at: instant,
  body: json,
  periodKey: maybe(z.string()),
  periodLabel: maybe(z.string()),
  aboutUnitId: maybe(z.string()),
  aboutName: maybe(z.string()),
  collectorUnitId: maybe(z.string()),
  fromName: maybe(z.string()),
  vi: z.string(),
  en: z.string(),
  path: z.string().describe('Trang để xử lý (page where it is dealt with)'),
  fresh: z.boolean().describe('Chưa xem (not looked at yet)'),
});
export type Notice = z.output<typeof Notice>;

export const Unseen = z.strictObject({
  count: z.int().describe('Đếm đến 100 (counted up to 100)'),
  latest: z.int(),
  seen: z.int(),
  asOf: maybe(z.string()).describe('Gửi lại khi đánh dấu đã xem (pass it back with the mark)'),
});
export type Unseen = z.output<typeof Unseen>;

export const MailState = z.enum(['waiting', 'sent', 'refused']);
export type MailState = z.output<typeof MailState>;

export const Mail = z.strictObject({
  id: z.string(),
  personName: z.string(),
  address: z.string(),
  day,
  notices: z.int(),
  state: MailState,
  attempts: z.int(),
  nextAt: instant,
  sentAt: maybe(instant),
  answer: maybe(z.string()),
});
export type Mail = z.output<typeof Mail>;

export const ActorTask = z.strictObject({
  id: z.string(),
  campaignId: z.string(),
  campaignTitle: z.string(),
  periodKey: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  byUnitId: z.string(),
  taskId: z.string(),
  text: z.string(),
  openedAt: instant,
  acknowledgedAt: maybe(instant),
  acknowledgedBy: maybe(z.string()),
  acknowledgedByName: maybe(z.string()),
  acknowledgedForName: maybe(z.string()),
});
export type ActorTask = z.output<typeof ActorTask>;

export const SeenBody = z.strictObject({ upTo: z.int().min(0), asOf: z.string().max(8000).nullish() });
export type SeenBody = Sent<typeof SeenBody>;
