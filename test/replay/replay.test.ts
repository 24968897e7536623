import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '#worker';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SCRIPT = path.join(HERE, 'replay-all.ts');
/** No daylight saving, ours, and one with half an hour and daylight saving. Offset at the epoch, as Date has it. */
const ZONES = [
  { zone: 'UTC', offset: 0 },
  { zone: 'Asia/Ho_Chi_Minh', offset: -480 },
  { zone: 'America/St_Johns', offset: 210 },
];

interface Replayed {
  readonly history: string;
  readonly failure: { readonly name: string; readonly message: string } | null;
  readonly zone: number;
}

const silent = () => undefined;
const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };

describe('stored histories', { timeout: 120_000 }, () => {
  let folder: string;
  let stored: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'replay-'));
    stored = (await readdir(path.join(HERE, 'histories'))).filter((name) => name.endsWith('.json'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function bundle(name: string, options: Parameters<typeof bundleWorkflows>[0] = {}): Promise<string> {
    const { code } = await bundleWorkflows({ logger, ...options });
    const codePath = path.join(folder, `${name}.cjs`);
    await writeFile(codePath, code);
    return codePath;
  }

  async function replay(codePath: string, zone: string): Promise<Replayed[]> {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT, codePath], {
      env: { ...process.env, TZ: zone },
      maxBuffer: 64 * 1024 * 1024,
    });
    // Each line was written by replay-all.ts in this shape.
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Replayed);
  }

  it('are there for both workflows', () => {
    expect(stored.filter((name) => name.startsWith('node-')).length).toBeGreaterThanOrEqual(3);
    expect(stored.filter((name) => name.startsWith('campaign-')).length).toBeGreaterThanOrEqual(2);
  });

  it.each(ZONES)('replay with the code of today in the zone $zone', async ({ zone, offset }) => {
    const replayed = await replay(await bundle('today'), zone);
    expect(replayed.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(replayed.length).toBe(stored.length);
    expect(new Set(replayed.map((one) => one.zone))).toEqual(new Set([offset]));
  });

  it('do not replay with an interpreter that was changed carelessly', async () => {
    const broken = await bundle('broken', {
      webpackConfigHook: (config) => ({
        ...config,
        resolve: {
          ...config.resolve,
          alias: { ...config.resolve?.alias, '#engine/node': path.join(HERE, 'broken-node.ts') },
        },
      }),
    });
    const replayed = await replay(broken, 'UTC');
    const refused = replayed.filter(({ failure }) => failure?.name === 'DeterminismViolationError');
    expect(refused.length).toBeGreaterThan(0);
    // Every history in which something was consolidated, and no campaign's.
    expect(refused.every(({ history }) => history.startsWith('node-'))).toBe(true);
  });
});
