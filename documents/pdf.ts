import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ok, problem, refuse, type Result } from '#model';
import { findOffice } from './office.ts';
import { writeProfile } from './office-profile.ts';

/** A letter takes about a second; a long report with a first start of LibreOffice some ten. */
const LONGEST_MS = 60_000;

/** How a conversion is run; tests give another program or a shorter time. */
export interface Conversion {
  readonly office: string | null;
  readonly longestMs: number;
}

/**
 * A Word file of our own making as PDF, by LibreOffice where it is installed: one at a time, each with a
 * profile of its own that goes away with it, ended when it takes too long.
 */
export async function toPdf(docx: Buffer, conversion?: Partial<Conversion>): Promise<Result<Buffer>> {
  const office = conversion?.office === undefined ? await findOffice() : conversion.office;
  if (office === null) return refuse(problem('documents.noOffice'));
  return inTurn(() => convert(docx, { office, longestMs: conversion?.longestMs ?? LONGEST_MS }));
}

let last: Promise<unknown> = Promise.resolve();

/** After whatever was asked for before, however that ended. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

async function convert(
  docx: Buffer,
  { office, longestMs }: { readonly office: string; readonly longestMs: number },
): Promise<Result<Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'cascade-office-'));
  try {
    const file = join(folder, 'document.docx');
    await writeFile(file, docx);
    const profile = join(folder, 'profile');
    await writeProfile(profile);
    const ended = await run(
      office,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--norestore', '--nolockcheck', '--nodefault'],
        ...['--convert-to', 'pdf', '--outdir', folder, file],
      ],
      longestMs,
    );
    if (ended === 'late') {
      return refuse(problem('documents.tooSlow', [], { seconds: Math.round(longestMs / 1000) }));
    }
    const pdf = ended === 'well' ? await readFile(join(folder, 'document.pdf')).catch(() => null) : null;
    return pdf === null ? refuse(problem('documents.notConverted')) : ok(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  program: string,
  args: readonly string[],
  longestMs: number,
): Promise<'well' | 'badly' | 'late'> {
  const child = spawn(program, args, {
    stdio: 'ignore',
    // a group of its own: LibreOffice starts a second process, and both have to end
    detached: process.platform !== 'win32',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8' },
  });
  const end = (): void => {
    endGroup(child.pid);
    child.kill('SIGKILL');
  };
  process.once('exit', end);
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, longestMs);
    const done = (how: 'well' | 'badly'): void => {
      process.off('exit', end);
      clearTimeout(timer);
      resolve(late ? 'late' : how);
    };
    child.once('error', () => done('badly'));
    child.once('close', (code) => done(code === 0 ? 'well' : 'badly'));
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
