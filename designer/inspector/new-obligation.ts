import { ObligationRule } from '#model';
import type { Drawing } from '../drawing/drawing.ts';

/**
 * What a level is likely to owe: the same as its siblings, else the report that it does not owe yet, some
 * days before the level above. Undefined while the drawing has no report.
 */
export function newObligation({ definition }: Drawing, id: string): ObligationRule | undefined {
  const { nodes, reports } = definition;
  const node = nodes.find((each) => each.id === id);
  const owed = new Set(node?.obligations.map(({ report }) => report));
  const report = (reports.find((each) => !owed.has(each.id)) ?? reports[0])?.id;
  if (node === undefined || report === undefined) return undefined;
  const rules = nodes.flatMap((each) =>
    each.id !== id && each.parent === node.parent
      ? each.obligations.filter(({ members }) => members.kind === 'all')
      : [],
  );
  const sibling =
    rules.find((rule) => !owed.has(rule.report)) ?? rules.find((rule) => rule.report === report);
  if (sibling !== undefined) return { ...sibling, members: { kind: 'all' } };
  const above = nodes.find((each) => each.id === node.parent);
  const earlier = above?.obligations.some((rule) => rule.report === report) ?? false;
  return ObligationRule.parse({
    report,
    due: earlier ? { kind: 'lead', workingDays: 3 } : { kind: 'unknown' },
  });
}
