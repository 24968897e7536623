import type { ReportForm, Value } from '#model';
import type { ReportVersion } from './api.ts';

/** A figure or a text that one version says otherwise than the version before it. */
export type Difference =
  | {
      readonly kind: 'value';
      readonly id: string;
      readonly before: Value | null;
      readonly after: Value | null;
    }
  | { readonly kind: 'section'; readonly id: string; readonly before: string; readonly after: string }
  | { readonly kind: 'files'; readonly added: readonly string[]; readonly removed: readonly string[] };

type Content = Pick<ReportVersion, 'values' | 'sections' | 'attachmentIds'>;

/** In the order of the form. */
export function differencesOf(form: ReportForm, before: Content, after: Content): Difference[] {
  const values = form.indicators.flatMap(({ id }): Difference[] => {
    const [old, now] = [before.values[id] ?? null, after.values[id] ?? null];
    return JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [{ kind: 'value', id, before: old, after: now }];
  });
  const sections = form.sections.flatMap(({ id }): Difference[] => {
    const [old, now] = [before.sections[id] ?? '', after.sections[id] ?? ''];
    return old === now ? [] : [{ kind: 'section', id, before: old, after: now }];
  });
  const added = after.attachmentIds.filter((id) => !before.attachmentIds.includes(id));
  const removed = before.attachmentIds.filter((id) => !after.attachmentIds.includes(id));
  const files: Difference[] = added.length + removed.length > 0 ? [{ kind: 'files', added, removed }] : [];
  return [...values, ...sections, ...files];
}
