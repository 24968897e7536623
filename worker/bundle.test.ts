import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMPAIGN_WORKFLOW, NODE_WORKFLOW } from '#activities';
import { cachedWorkflowBundle } from './bundle.ts';

const silent = () => undefined;
const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };

describe('the workflow bundle', { timeout: 60_000 }, () => {
  let cacheDir: string;
  let code: string;

  beforeAll(async () => {
    cacheDir = await mkdtemp(path.join(tmpdir(), 'bundle-'));
    const { codePath } = await cachedWorkflowBundle({ cacheDir, logger });
    code = (await readFile(codePath, 'utf8')).replace(/\/\/# sourceMappingURL=.*/g, '');
  }, 60_000);

  afterAll(() => rm(cacheDir, { recursive: true }));

  it('holds the workflows under the names that starters use', () => {
    expect(code).toMatch(new RegExp(`\\b${CAMPAIGN_WORKFLOW}: \\(\\)`));
    expect(code).toMatch(new RegExp(`\\b${NODE_WORKFLOW}: \\(\\)`));
  });

  it('holds no zod and is smaller than 1 MB', () => {
    expect(code).not.toMatch(/node_modules\/zod|ZodType|\$ZodCheck/);
    expect(code.length).toBeLessThan(1_000_000);
  });

  it('reaches of our own code only what replay can stand', () => {
    const modules = [
      ...code.matchAll(/^ {2}!\*\*\* \.\/((?:model|engine|workflows)\/\S+\.ts) \*\*\*!/gm),
    ].map(([, name]) => name);
    expect(modules.sort()).toEqual([
      'engine/campaign.ts',
      'engine/node.ts',
      'model/contract.ts',
      'workflows/campaign.ts',
      'workflows/index.ts',
      'workflows/node.ts',
      'workflows/steps.ts',
      'workflows/wake.ts',
    ]);
  });

  it('is built once per state of the sources', async () => {
    const [name] = await readdir(cacheDir);
    if (name === undefined) throw new Error('nothing was built');
    const built = await stat(path.join(cacheDir, name));
    const { codePath } = await cachedWorkflowBundle({ cacheDir, logger });
    expect(path.basename(codePath)).toBe(name);
    expect(await readdir(cacheDir)).toEqual([name]);
    expect((await stat(codePath)).mtimeMs).toBe(built.mtimeMs);
  });
});
