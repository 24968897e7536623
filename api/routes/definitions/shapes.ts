import { z } from 'zod';
import { Definition, Directive, UnitId } from '#model';
import { migrateFormat } from '#model/migrations/migrate';
import { expectedRevision, instant, many, maybe } from '../shapes.ts';
import { type Sent, ShownProblem } from '../../http/shapes.ts';

const summary = {
  id: z.string(),
  key: z.string(),
  title: z.string(),
  ownerUnitId: maybe(z.string()),
  ownerName: maybe(z.string()),
  template: z.boolean().describe('Dùng làm mẫu để sao chép; không có chủ: mẫu có sẵn'),
  draftRevision: z.int(),
  latestVersion: z.int().describe('0: chưa ban hành'),
  updatedAt: instant,
  updatedBy: z.string(),
  updatedByName: maybe(z.string()),
};

export const DefinitionSummary = z.strictObject(summary);
export type DefinitionSummary = z.output<typeof DefinitionSummary>;

export const StoredDefinition = z.strictObject({
  ...summary,
  draft: Definition,
  directive: maybe(Directive),
});
export type StoredDefinition = z.output<typeof StoredDefinition>;

const version = {
  version: z.int(),
  hash: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  publishedByName: maybe(z.string()),
};

export const VersionListed = z.strictObject(version);
export type VersionListed = z.output<typeof VersionListed>;

export const DefinitionVersion = z.strictObject({
  ...version,
  definitionId: z.string(),
  body: Definition,
  directive: maybe(Directive),
});
export type DefinitionVersion = z.output<typeof DefinitionVersion>;

/** A drawing of an older format is read as today's; one of a newer format is refused with the place. */
export const Drawing = z.preprocess((saved: unknown) => {
  const migrated = migrateFormat(saved);
  return migrated.ok ? migrated.value : saved;
}, Definition);
export type Drawing = z.output<typeof Drawing>;

const drawing = { definition: Drawing, directive: Directive.nullable().optional() };

export const CreateBody = z.strictObject({
  ...drawing,
  ownerUnitId: UnitId.nullable().optional(),
  template: z.boolean().optional(),
});
export type CreateBody = Sent<typeof CreateBody>;

export const DraftBody = z.strictObject({ ...drawing, expectedRevision });
export type DraftBody = Sent<typeof DraftBody>;

export const TemplateBody = z.strictObject({ template: z.boolean() });
export type TemplateBody = Sent<typeof TemplateBody>;

export const PublishBody = z.strictObject({ expectedRevision });
export type PublishBody = Sent<typeof PublishBody>;

export const Published = z.strictObject({
  version: z.int(),
  hash: z.string(),
  created: z.boolean(),
  warnings: many(ShownProblem),
});
export type Published = z.output<typeof Published>;
