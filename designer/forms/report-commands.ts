import type { Command } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { freeKey } from '../drawing/keys.ts';
import { ReportForm } from '#model';

const keysOf = ({ definition }: Pick<Drawing, 'definition'>): readonly string[] =>
  definition.reports.map(({ id }) => id);

/** A report form with nothing in it yet; its key is made of its title. */
export function addReport(
  drawing: Drawing,
  title: string,
): { readonly command: Command; readonly id: string } {
  const id = freeKey(title, keysOf(drawing));
  return {
    id,
    command: {
      name: 'editReport',
      change: ({ definition }) => {
        definition.reports.push(ReportForm.parse({ id, title, kind: 'thematic' }));
      },
    },
  };
}

/** The same form once more, below the original; nobody owes it yet. */
export function duplicateReport(
  drawing: Drawing,
  { id, title }: { readonly id: string; readonly title: string },
): { readonly command: Command; readonly id: string } {
  const copy = freeKey(id, keysOf(drawing));
  return {
    id: copy,
    command: {
      name: 'editReport',
      change: ({ definition }) => {
        const at = definition.reports.findIndex((each) => each.id === id);
        const form = definition.reports[at];
        if (form !== undefined) definition.reports.splice(at + 1, 0, { ...form, id: copy, title });
      },
    },
  };
}

/** The form goes with everything that means nothing without it: who owes it, and its targets. */
export const removeReport = (id: string): Command => ({
  name: 'editReport',
  change: ({ definition }) => {
    definition.reports = definition.reports.filter((each) => each.id !== id);
    definition.targets = definition.targets.filter(({ report }) => report !== id);
    for (const node of definition.nodes) {
      if (node.obligations.some(({ report }) => report === id))
        node.obligations = node.obligations.filter(({ report }) => report !== id);
    }
  },
});

/** Names of the levels that owe a report. */
export const owedBy = ({ definition }: Pick<Drawing, 'definition'>, id: string): readonly string[] =>
  definition.nodes
    .filter(({ obligations }) => obligations.some(({ report }) => report === id))
    .map(({ name }) => name);
