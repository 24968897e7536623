import { ObligationRule } from '#model';
import type { Command } from '../drawing/command.ts';

export type Owed = Pick<ObligationRule, 'report' | 'due'>;

/** Every one of these levels owes the report by this date: a rule that is there gets the date, else one is made. */
export const oweForAll = (ids: readonly string[], { report, due }: Owed): Command => ({
  name: 'editLevel',
  change: ({ definition }) => {
    for (const node of definition.nodes) {
      if (!ids.includes(node.id) || node.parent === null) continue;
      const known = node.obligations.filter((rule) => rule.report === report);
      for (const rule of known) rule.due = due;
      if (known.length === 0) node.obligations.push(ObligationRule.parse({ report, due }));
    }
  },
});
