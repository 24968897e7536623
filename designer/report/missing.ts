import { checkReport } from '#engine/report';
import { submissionOf } from '#engine/draft';
import type { DraftContent, Problem, ReportForm } from '#model';
import type { UploadedFile } from './api.ts';

/** One thing that stands against handing in, with the field to go to. */
export interface Missing {
  readonly field: string;
  readonly problem: Problem;
}

/** The server's own check, made here as well: it answers while one types, and without a line. */
export function missingOf(
  form: ReportForm,
  content: DraftContent,
  files: readonly UploadedFile[],
): readonly Missing[] {
  const checked = checkReport(form, submissionOf(content), files);
  if (checked.ok) return [];
  return checked.problems.map((problem) => ({ field: fieldOf(problem.path), problem }));
}

/** `['values', 'x', 'numerator']` → `values.x`; everything about files lies at the files. */
function fieldOf([part, key]: readonly (string | number)[]): string {
  if (part === 'attachments') return 'attachments';
  return key === undefined ? String(part) : `${part}.${key}`;
}
