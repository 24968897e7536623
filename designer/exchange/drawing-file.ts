import { Definition, Directive, ok, type Problem, problem, refuse, type Result } from '#model';
import { migrateDefinition, schemaProblem } from '#model/migrations/migrate';
import { validateStructure } from '#engine/validate-structure';
import type { Drawing } from '../drawing/drawing.ts';
import { unknownFields } from './unknown-fields.ts';

const FILE_FORMAT = 'cascade-drawing';
/** Of the envelope; the drawing inside carries its own and is migrated by it. */
const FILE_VERSION = 1;
export const FILE_ENDING = '.cascade.json';

/** A drawing that was read, with what of the file has no place in it. */
export interface ReadDrawing {
  readonly drawing: Drawing;
  /** Warnings only; the drawing is whole without them. */
  readonly notCarried: readonly Problem[];
}

/** The file of a drawing: the same drawing gives the same text, whatever way it was made. */
export function writeDrawingFile({ definition, directive }: Drawing): string {
  const content = {
    format: FILE_FORMAT,
    formatVersion: FILE_VERSION,
    definition: inOrder(definition),
    directive: directive === null ? null : Directive.parse(directive),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Keys in the order of the schema, positions in the order of the levels. */
function inOrder(definition: Definition): Definition {
  const { layout, ...rest } = Definition.parse(definition);
  const rank = new Map(rest.nodes.map(({ id }, index) => [id, index]));
  const rankOf = (id: string) => rank.get(id) ?? rank.size;
  const places = Object.entries(layout.nodes).sort(
    ([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b)),
  );
  return { ...rest, layout: { nodes: Object.fromEntries(places) } };
}

/** A drawing from parsed JSON: our file, a bare definition, or what the API answers about a version. */
export function drawingFrom(content: unknown): Result<ReadDrawing> {
  if (!isRecord(content)) return refuse(problem('exchange.noDrawing'));
  if (!('definition' in content)) return assembled({ definition: content, directive: null }, content);
  const { format, formatVersion } = content;
  if (format !== undefined && format !== FILE_FORMAT) return refuse(problem('exchange.noDrawing'));
  if (typeof formatVersion === 'number' && formatVersion > FILE_VERSION) {
    const params = { version: formatVersion, supported: FILE_VERSION };
    return refuse(problem('exchange.fileTooNew', ['formatVersion'], params));
  }
  return assembled({ definition: content['definition'], directive: content['directive'] ?? null }, null);
}

interface Given {
  readonly definition: unknown;
  readonly directive: unknown;
}

function assembled(given: Given, bare: Record<string, unknown> | null): Result<ReadDrawing> {
  if (bare !== null && !('nodes' in bare)) return refuse(problem('exchange.noDrawing'));
  const definition = migrateDefinition(given.definition);
  if (!definition.ok) return refuse(...definition.problems.slice(0, MOST_FAULTS).map(under('definition')));
  const directive = Directive.nullable().safeParse(given.directive);
  if (!directive.success) {
    const faults = directive.error.issues.slice(0, MOST_FAULTS).map(schemaProblem);
    return refuse(...faults.map((each) => under('directive')({ ...each, code: 'directive.schema' })));
  }
  const broken = validateStructure(definition.value).filter(({ code }) => UNDRAWABLE.has(code));
  if (broken.length > 0) return refuse(...broken);
  const drawing: Drawing = { definition: definition.value, directive: directive.data };
  return ok({ drawing, notCarried: unknownFields({ ...given }, { ...drawing }) });
}

/** What no canvas can show; every other rule may be broken by a drawing that is still being made. */
const UNDRAWABLE = new Set<string>(['definition.cycle', 'definition.duplicateNode']);
/** A file that is no drawing at all has thousands of faults; a few of them say enough. */
const MOST_FAULTS = 20;

const under =
  (area: 'definition' | 'directive') =>
  (each: Problem): Problem => ({ ...each, path: [area, ...each.path] });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
