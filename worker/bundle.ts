import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type BundleOptions, type Logger } from '@temporalio/worker';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Everything that workflow code may reach (architecture: model ← engine ← workflows). */
const SOURCES = ['model', 'engine', 'workflows'];
const KEPT = 3;

const WORKFLOWS_PATH = path.join(ROOT, 'workflows', 'index.ts');

interface BundleRequest {
  readonly cacheDir: string;
  readonly logger?: Logger;
}

/**
 * The workflow bundle as a file, built once per state of the sources: bundling takes seconds, a second
 * start of the worker must not. Safe when several workers build at once (each renames its own into place).
 */
export async function cachedWorkflowBundle({
  cacheDir,
  logger,
}: BundleRequest): Promise<{ codePath: string }> {
  const codePath = path.join(cacheDir, `workflows-${await sourceHash()}.cjs`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflows(logger === undefined ? {} : { logger });
  await mkdir(cacheDir, { recursive: true });
  const unfinished = `${codePath}.${process.pid}.tmp`;
  await writeFile(unfinished, code);
  await rename(unfinished, codePath);
  await forgetOlder(cacheDir, path.basename(codePath));
  return { codePath };
}

/** Builds the bundle in memory. `options` lets the replay gate swap a module for a broken one. */
export async function bundleWorkflows(options: Partial<BundleOptions> = {}): Promise<{ code: string }> {
  return bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, ...options });
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  // Resolved as Node would: the SDK's own part of the bundle changes with its version only.
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string;
  }; // JSON of a published package
  hash.update(version);
  for (const folder of SOURCES) {
    const names = await readdir(path.join(ROOT, folder), { recursive: true });
    const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
    for (const file of files) {
      hash.update(`\0${folder}/${file}\0`);
      hash.update(await readFile(path.join(ROOT, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/** Leaves a few, so that switching between two states of the sources stays quick and the folder small. */
async function forgetOlder(cacheDir: string, newest: string): Promise<void> {
  const bundles = (await readdir(cacheDir)).filter((name) => /^workflows-[0-9a-f]{24}\.cjs$/.test(name));
  const old = bundles.filter((name) => name !== newest).slice(0, Math.max(0, bundles.length - KEPT));
  await Promise.all(old.map((name) => rm(path.join(cacheDir, name), { force: true })));
}
