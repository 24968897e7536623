import type { Definition, Directive, DrawingNode, ReportForm } from '#model';
import type { Command } from '../command.ts';

const named = (name: Command['name'], change: Command['change'], merge: string | undefined): Command =>
  merge === undefined ? { name, change } : { name, change, merge };

export const editNode = (id: string, change: (node: DrawingNode) => void, merge?: string): Command =>
  named(
    'editLevel',
    ({ definition }) => {
      const node = definition.nodes.find((each) => each.id === id);
      if (node !== undefined) change(node);
    },
    merge,
  );

export const editReport = (id: string, change: (report: ReportForm) => void, merge?: string): Command =>
  named(
    'editReport',
    ({ definition }) => {
      const report = definition.reports.find((each) => each.id === id);
      if (report !== undefined) change(report);
    },
    merge,
  );

export const editDefinition = (change: (definition: Definition) => void, merge?: string): Command =>
  named('editDrawing', ({ definition }) => change(definition), merge);

/** Nothing happens while the drawing has no letter. */
export const editLetter = (change: (directive: Directive) => void, merge?: string): Command =>
  named(
    'editLetter',
    ({ directive }) => {
      if (directive !== null) change(directive);
    },
    merge,
  );

/** Proposes a letter with the drawing, or takes the proposal back. */
export const setLetter = (directive: Directive | null): Command => ({
  name: 'editLetter',
  change: (draft) => {
    draft.directive = directive;
  },
});
