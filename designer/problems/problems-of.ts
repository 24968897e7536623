import { validate } from '#engine';
import type { Calendar, Problem } from '#model';
import type { Drawing } from '../drawing/drawing.ts';
import type { Place } from '../drawing/view-store.ts';

/** The rule book's answer to a drawing; places as the designer names them. Without calendars: a plain week. */
export function problemsOf({ definition, directive }: Drawing, calendars: readonly Calendar[]): Problem[] {
  const found = validate(definition, calendars.length === 0 ? { directive } : { directive, calendars });
  return found.map((each) => ({ ...each, path: fromDrawing(each.path) }));
}

/**
 * A place as the engine names it, seen from the drawing. Places of the letter begin with `directive`, those of
 * its addressees alone do not; everything else is inside the definition.
 */
export function fromDrawing(path: Place): Place {
  if (path[0] === 'directive' || path[0] === 'definition') return path;
  return [path[0] === 'addressees' ? 'directive' : 'definition', ...path];
}

export const keyOf = ({ code, path, params }: Problem): string => JSON.stringify([code, path, params]);

/** Errors before warnings, otherwise in the order of the rule book; nothing twice. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = [...new Map(problems.map((each) => [keyOf(each), each])).values()];
  return [
    ...unique.filter(({ severity }) => severity === 'error'),
    ...unique.filter(({ severity }) => severity === 'warning'),
  ];
}
