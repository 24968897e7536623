import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { portIsFree } from './ports.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cascade-folder-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('a folder in use is refused with the process that uses it, and free again once released', async () => {
  const folder = await openDataFolder(dir);
  await expect(openDataFolder(dir)).rejects.toThrow(`process ${process.pid}`);
  await folder.release();
  await (await openDataFolder(dir)).release();
});

test('a lock that a killed process left behind holds nobody up', async () => {
  await writeFile(join(dir, 'lock.json'), JSON.stringify({ pid: 2 ** 22 + 1, mark: '1' }));
  await (await openDataFolder(dir)).release();
  await writeFile(join(dir, 'lock.json'), '{"pid":');
  await (await openDataFolder(dir)).release();
});

test('a lock whose number now belongs to another process holds nobody up', async () => {
  await writeFile(join(dir, 'lock.json'), JSON.stringify({ pid: process.pid, mark: 'an earlier one' }));
  await (await openDataFolder(dir)).release();
});

test('ports and secrets are made once, and a secret is readable by its owner only', async () => {
  const folder = await openDataFolder(dir);
  const [port, secret] = [await folder.port('a'), await folder.secret('key')];
  expect(await portIsFree(port)).toBe(true);
  expect([await folder.port('a'), await folder.secret('key')]).toEqual([port, secret]);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect((await stat(join(dir, 'key'))).mode & 0o777).toBe(0o600);
  await folder.release();
});

test('a folder that cannot be made is one sentence with the remedy', async () => {
  await writeFile(join(dir, 'file'), '');
  await expect(openDataFolder(join(dir, 'file', 'inside'))).rejects.toThrow(/CASCADE_DATA/);
});
