import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOffice, type OfficeMachine, officePlaces } from './office.ts';
import { toPdf } from './pdf.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cascade-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of LibreOffice; its last two arguments are the folder and the file. */
function program(name: string, lines: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('LibreOffice', () => {
  const machine = (given: Partial<OfficeMachine>): OfficeMachine => ({
    platform: 'linux',
    env: {},
    runnable: () => Promise.resolve(false),
    ...given,
  });

  it('is the one that the setting names, and then no other', () => {
    expect(officePlaces(machine({ env: { CASCADE_OFFICE: '/my/soffice', PATH: '/usr/bin' } }))).toEqual([
      '/my/soffice',
    ]);
  });

  it('else the one on PATH, else where it usually is', async () => {
    const env = { PATH: '/opt/bin:/usr/bin' };
    expect(officePlaces(machine({ env })).slice(0, 2)).toEqual(['/opt/bin/soffice', '/opt/bin/libreoffice']);
    expect(officePlaces(machine({ platform: 'darwin' }))).toContain(
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    );
    const windows = officePlaces(machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs' } }));
    expect(windows.some((place) => place.endsWith('soffice.exe'))).toBe(true);
    const runnable = (file: string) => Promise.resolve(file === '/usr/bin/soffice');
    expect(await findOffice(machine({ env, runnable }))).toBe('/usr/bin/soffice');
  });

  it('may be missing', async () => {
    expect(await findOffice(machine({}))).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('a Word file as PDF', () => {
  const word = Buffer.from('word');
  const code = async (office: string | null, longestMs = 20_000): Promise<string> => {
    const result = await toPdf(word, { office, longestMs });
    return result.ok ? result.value.toString() : (result.problems[0]?.code ?? '');
  };

  it('says so where there is no LibreOffice', async () => {
    expect(await code(null)).toBe('documents.noOffice');
  });

  it('is what the program leaves behind', async () => {
    const works = program('works', 'for a; do file=$a; done; cp "$file" "$(dirname "$file")/document.pdf"');
    expect(await code(works)).toBe('word');
  });

  it('is refused when the program fails, leaves nothing, or is not one', async () => {
    expect(await code(program('fails', 'exit 3'))).toBe('documents.notConverted');
    expect(await code(program('idles', 'exit 0'))).toBe('documents.notConverted');
    expect(await code(join(folder, 'nowhere'))).toBe('documents.notConverted');
  });

  it('does not wait for ever, and ends what the program started', async () => {
    const pids = join(folder, 'pids');
    const hangs = program('hangs', `sleep 600 & echo $! > ${pids}\nwait`);
    expect(await code(hangs, 2_000)).toBe('documents.tooSlow');
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', readFileSync(pids, 'utf8').trim()]);
    // gone, or dead and not yet taken away by whoever takes orphans
    expect(stdout.toString()).not.toMatch(/[RSDT]/);
  });

  it('is made one at a time, in the order asked for', async () => {
    const log = join(folder, 'log');
    const slow = program(
      'slow',
      `for a; do file=$a; done\necho begin >> ${log}\nsleep 0.1\ncp "$file" "$(dirname "$file")/document.pdf"\necho end >> ${log}`,
    );
    await Promise.all([code(slow), code(program('fails again', 'exit 1')), code(slow)]);
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(['begin', 'end', 'begin', 'end']);
  });
});
