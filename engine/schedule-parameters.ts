import type { Definition, Parameter, Problem, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { isCivilDate } from './civil.ts';
import type { ParameterValues } from './due.ts';

/** What was answered at the start, checked against the questions of the drawing, defaults filled in. */
export function resolveParameters(definition: Definition, given: ParameterValues): Result<ParameterValues> {
  const problems: Problem[] = [];
  const values: Record<string, string | number> = {};
  const keys = new Set(definition.parameters.map((parameter) => parameter.key));
  for (const key of Object.keys(given)) {
    if (!keys.has(key))
      problems.push(problem('schedule.parameterUnknown', ['parameters', key], { parameter: key }));
  }
  for (const parameter of definition.parameters) {
    const value = given[parameter.key] ?? parameter.default;
    if (value === null) {
      const params = { parameter: parameter.key, label: parameter.label };
      problems.push(problem('schedule.parameterMissing', ['parameters', parameter.key], params));
      continue;
    }
    const refused = wrongValue(parameter, value);
    if (refused) problems.push(refused);
    else values[parameter.key] = value;
  }
  return problems.length > 0 ? refuse(...problems) : ok(values);
}

function wrongValue(parameter: Parameter, value: string | number): Problem | null {
  const path = ['parameters', parameter.key];
  const params = { parameter: parameter.key, label: parameter.label, value: String(value) };
  switch (parameter.kind) {
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
        return problem('schedule.parameterNotADate', path, params);
      return isCivilDate(value) ? null : problem('schedule.impossibleDate', path, params);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? null
        : problem('schedule.parameterNotANumber', path, params);
    case 'unit':
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
        ? null
        : problem('schedule.parameterNotAText', path, params);
  }
}
