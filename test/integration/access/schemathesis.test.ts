import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSchemathesis, type Program, runProgram } from '../../harness/schemathesis.ts';
import { EXPECTED } from './expected.ts';
import { EVERY_SCOPE, openScene, type Scene } from './matrix-scene.ts';

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  schema?: unknown;
}
interface Document {
  readonly paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
}

let scene: Scene;
let program: Program;
let folder: string;
beforeAll(async () => {
  program = await findSchemathesis();
  scene = await openScene();
  folder = await mkdtemp(join(tmpdir(), 'cascade-schemathesis-'));
});
afterAll(async () => {
  await scene.close();
  await rm(folder, { recursive: true, force: true });
});

/** What stands in the places of `{…}`: the scene's own object, so that more than "not found" is looked at. */
function placesOf(method: string, path: string): ReadonlyMap<string, string> {
  const url = EXPECTED[`${method.toUpperCase()} ${path}`]?.url(scene).split('?')[0] ?? '';
  const real = url.split('/').map(decodeURIComponent);
  return new Map(
    path.split('/').flatMap((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      const value = real[index];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

/** This version of the program reads `prefixItems` as a fault of the document: each cell may then be any of the kinds. */
function withoutTuples(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if ('prefixItems' in part) {
    Object.assign(part, { items: { anyOf: part.prefixItems } });
    delete part.prefixItems;
  }
  for (const inner of Object.values(part)) withoutTuples(inner);
}

async function documentWithIds(): Promise<string> {
  const { headers } = await scene.system(null, EVERY_SCOPE);
  const answer = await fetch(`${scene.apiUrl}/api/openapi.json`, { headers });
  // the shape of our own document, as far as it is touched here
  const document = (await answer.json()) as Document;
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const places = placesOf(method, path);
      for (const parameter of operation.parameters ?? []) {
        const value = parameter.in === 'path' ? places.get(parameter.name ?? '') : undefined;
        if (value !== undefined) parameter.schema = { enum: [/^\d+$/.test(value) ? Number(value) : value] };
      }
    }
  withoutTuples(document);
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  return file;
}

describe('every operation of the OpenAPI document, with made-up input', () => {
  it('answers without a 5xx, with a documented status and as its schema says', {
    timeout: 900_000,
  }, async () => {
    const { headers } = await scene.system(null, EVERY_SCOPE);
    const options = [
      ...['run', await documentWithIds(), '--url', scene.apiUrl],
      ...['--header', `authorization: ${headers['authorization'] ?? ''}`],
      ...['--checks', CHECKS],
      // one worker: CPython before 3.12.1 counts the depth of `ast.parse` over all threads (gh-106905); four were no faster
      ...['--phases', PHASES, '--max-examples', '8', '--seed', '1', '--workers', '1'],
      // a stream has no end
      ...[
        '--exclude-path-regex',
        '/stream$',
        '--no-shrink',
        '--continue-on-failure',
        '--request-timeout',
        '60',
      ],
      ...['--suppress-health-check', 'all', '--warnings', 'off', '--no-color'],
    ];
    const { passed, output } = await runProgram(program, { folder, options });
    console.info(output.split('\n').slice(-25).join('\n'));
    expect(passed ? '' : output).toBe('');
  });
});

/** Boundaries of every field too ("coverage") where time allows: CASCADE_SCHEMATHESIS=coverage. */
const PHASES =
  process.env['CASCADE_SCHEMATHESIS'] === 'coverage' ? 'examples,coverage,fuzzing' : 'examples,fuzzing';
const CHECKS =
  'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
