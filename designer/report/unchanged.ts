import { draftFrom, fieldOf } from '#engine/draft';
import type { DraftContent, ReportForm } from '#model';
import type { ReportVersion } from './api.ts';

/** Whether handing in now would send once more what came back. */
export function isUnchanged(
  form: ReportForm,
  content: DraftContent,
  latest: ReportVersion | undefined,
): boolean {
  if (latest === undefined || latest.state !== 'returned') return false;
  const before = draftFrom(latest, form);
  const fields = [
    'nil',
    'note',
    ...form.indicators.map(({ id }) => `values.${id}`),
    ...form.sections.map(({ id }) => `sections.${id}`),
    ...[...before.attachments, ...content.attachments].map((id) => `attachments.${id}`),
  ];
  return fields.every(
    (field) => JSON.stringify(fieldOf(before, field)) === JSON.stringify(fieldOf(content, field)),
  );
}
