import type { Calendar, Definition, Directive, Problem } from '#model';
import { validateAddressees, validateDirective } from './directive.ts';
import { under } from './due.ts';
import { validateDates } from './validate-dates.ts';
import { validateObligations } from './validate-obligations.ts';
import { validateReferences } from './validate-references.ts';
import { validateReports } from './validate-reports.ts';
import { validateStructure } from './validate-structure.ts';
import { validateTargets } from './validate-targets.ts';
import { validateTasks } from './validate-tasks.ts';

export interface ValidationContext {
  readonly directive?: Directive | null;
  /** Without them a plain Monday-to-Friday week is assumed. */
  readonly calendars?: readonly Calendar[];
}

/**
 * Everything that a drawing shows by itself, without units and without a start: the canvas, the
 * publish check and the API ask here. Errors block publishing, warnings do not.
 */
export function validate(definition: Definition, context: ValidationContext = {}): Problem[] {
  const structure = validateStructure(definition);
  const problems = [
    ...structure,
    ...validateReferences(definition, context.calendars),
    ...validateReports(definition),
    ...validateObligations(definition),
    ...validateTasks(definition),
    ...validateTargets(definition),
    // Deadlines follow the levels: with a broken tree their problems would be the same ones again.
    ...(structure.some((each) => each.severity === 'error')
      ? []
      : validateDates(definition, context.calendars)),
  ];
  if (context.directive) {
    problems.push(...under(['directive'], validateDirective(context.directive)));
    problems.push(...validateAddressees(context.directive, definition));
  }
  return problems;
}
