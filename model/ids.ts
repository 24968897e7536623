import { z } from 'zod';

/** Text key of a unit, e.g. `2024-commune-01840`: era, level and code, since codes repeat across both. */
export const UnitId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,119}$/)
  .brand('UnitId');
export type UnitId = z.infer<typeof UnitId>;

export const CampaignId = z.uuid().brand('CampaignId');
export type CampaignId = z.infer<typeof CampaignId>;

export const ObligationId = z.uuid().brand('ObligationId');
export type ObligationId = z.infer<typeof ObligationId>;

/** Key inside one drawing: node, report form, task, indicator, period … */
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
export type Key = z.infer<typeof Key>;

/** Text is stored in NFC (domain.md §3.8); markup has no meaning anywhere. */
export const Text = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max))
    // whoever reads the document of the API sees what comes in, not what is kept: the bounds are told there too
    .meta({ minLength: 1, maxLength: max, pattern: String.raw`\S` });
