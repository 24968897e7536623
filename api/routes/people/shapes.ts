import { z } from 'zod';
import { ROLES, SCOPES, Text } from '#model';
import { instant, many, maybe } from '../shapes.ts';

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
  roles: many(z.string()),
  createdAt: instant,
  closedAt: maybe(instant),
  revision: z.int(),
  holder: maybe(z.strictObject({ id: z.string(), name: z.string(), fromAt: instant })),
});

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
      roles: many(z.string()),
      fromAt: instant,
    }),
  ),
  elsewhere: z.boolean().describe('Còn giữ chức vụ ngoài phạm vi người hỏi (also holds a post outside)'),
});
