import { z } from 'zod';
import { CivilDate, ROLES, SCOPES, Text, UnitId } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { expectedRevision, instant, many, maybe } from '../shapes.ts';

export const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
export const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);
/** Chức vụ as people say it; may be empty where the roles say enough. */
export const title = z
  .string()
  .max(120)
  .transform((text) => text.normalize('NFC').trim());
export const name = Text(120);
export const email = z.email().max(200).nullable();
export const personParams = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/) });

export const Post = z.strictObject({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  roles: many(z.enum(ROLES)),
  createdAt: instant,
  closedAt: maybe(instant),
  revision: z.int(),
  holder: maybe(z.strictObject({ id: z.string(), name: z.string(), fromAt: instant })),
});
export type Post = z.output<typeof Post>;

export const Official = z.strictObject({
  id: z.string(),
  subject: z.string(),
  name: z.string(),
  email: maybe(z.string()),
  example: z.boolean(),
  disabledAt: maybe(instant),
  revision: z.int(),
  posts: many(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      roles: many(z.enum(ROLES)),
      fromAt: instant,
    }),
  ),
  elsewhere: z.boolean().describe('Còn giữ chức vụ ngoài phạm vi người hỏi (also holds a post outside)'),
});
export type Official = z.output<typeof Official>;

const kind = z.enum(['absence', 'delegation']);

const who = z.strictObject({ id: z.string(), name: z.string() });

export const Delegation = z.strictObject({
  id: z.string(),
  kind,
  post: z.strictObject({
    id: z.string(),
    title: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    roles: many(z.enum(ROLES)),
  }),
  from: who,
  to: who,
  fromAt: instant,
  toAt: instant,
  scopes: maybe(many(z.enum(SCOPES))).describe('null: toàn bộ chức vụ (the whole post)'),
  reason: z.string(),
  createdAt: instant,
  createdByName: maybe(z.string()),
  endedAt: maybe(instant),
  state: z.enum(['upcoming', 'current', 'over']),
  mayEnd: z.boolean(),
});
export type Delegation = z.output<typeof Delegation>;

export const Substitute = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  absences: many(z.strictObject({ fromAt: instant, toAt: instant, substituteName: z.string() })).describe(
    'Ngày vắng của chính người này, chưa hết; toAt không tính',
  ),
});
export type Substitute = z.output<typeof Substitute>;

export const DelegationBody = z.strictObject({
  kind,
  postId: z.uuid(),
  toPersonId: personParams.shape.id,
  fromDate: CivilDate,
  toDate: CivilDate.describe('Ngày cuối cùng còn hiệu lực (last day)'),
  scopes: scopes.nullable(),
  reason: Text(500),
});
export type DelegationBody = Sent<typeof DelegationBody>;

export const Holding = z.strictObject({
  personId: z.string(),
  name: z.string(),
  fromAt: instant,
  toAt: maybe(instant),
});
export type Holding = z.output<typeof Holding>;

export const PostWithHolders = z.strictObject({ ...Post.shape, holders: many(Holding) });
export type PostWithHolders = z.output<typeof PostWithHolders>;

export const PostBody = z.strictObject({ unitId: UnitId, title, roles });
export type PostBody = Sent<typeof PostBody>;

export const PostChange = z.strictObject({ title, roles, closed: z.boolean(), expectedRevision });
export type PostChange = Sent<typeof PostChange>;

export const HandOverBody = z.strictObject({
  toPersonId: personParams.shape.id.nullable(),
  reason: z.string().trim().max(500),
  expectedRevision,
});
export type HandOverBody = Sent<typeof HandOverBody>;

export const HandedOver = z.strictObject({ post: Post, moved: many(z.string()) });
export type HandedOver = z.output<typeof HandedOver>;

export const PersonBody = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .describe('“sub” ở hệ thống đăng nhập; null: chưa có (account at the provider)'),
  name,
  email,
  post: z.union([
    z.strictObject({ unitId: UnitId, title, roles }),
    z.strictObject({ postId: z.uuid(), expectedRevision }),
  ]),
});
export type PersonBody = Sent<typeof PersonBody>;

export const PersonChange = z.strictObject({ name, email, disabled: z.boolean(), expectedRevision });
export type PersonChange = Sent<typeof PersonChange>;
