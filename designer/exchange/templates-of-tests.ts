import { Definition, Directive } from '#model';
import type { Drawing } from '../drawing/drawing.ts';

const definitions = import.meta.glob('../../templates/*/definition.json', { eager: true, import: 'default' });
const directives = import.meta.glob('../../templates/*/directive.json', { eager: true, import: 'default' });

/** The ready templates as drawings, for tests: [folder, drawing]. */
export const TEMPLATES: readonly (readonly [string, Drawing])[] = Object.entries(definitions).map(
  ([path, definition]) => [
    path.split('/').at(-2) ?? path,
    {
      definition: Definition.parse(definition),
      directive: Directive.parse(directives[path.replace('definition', 'directive')]),
    },
  ],
);
