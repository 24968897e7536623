import { readFileSync } from 'node:fs';
import { Definition } from '#model';
import { createEditor } from '../drawing/editor.tsx';
import { vi } from '../locales/areas/tools.ts';
import type { Bench } from './bench.ts';
import { toolsOf } from './tools-store.ts';

const names: Readonly<Record<string, string>> = vi;

/** The drawing of a shipped template, opened as the page opens it, for the unit tests of the tools. */
export function benchOf(template: string, given: { readonly readOnly?: boolean } = {}): Bench {
  const file = new URL(`../../templates/${template}/definition.json`, import.meta.url);
  const definition = Definition.parse(JSON.parse(readFileSync(file, 'utf8')));
  const editor = createEditor(
    { definition, directive: null },
    { trial: { rootUnitId: null, startOn: '2024-11-01', parameters: {} }, ...given },
  );
  return { editor, tools: toolsOf(editor), t: (key) => names[key.replace('tools.', '')] ?? key };
}
