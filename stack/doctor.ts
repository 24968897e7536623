import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { openDataFolder } from './data-folder.ts';
import { startGuard } from './guard.ts';
import { reasonOf, saySilently, StackError } from './messages.ts';
import { portIsFree } from './ports.ts';
import { startPostgres, useDatabase } from './postgres.ts';
import { readSettings, type Settings } from './settings.ts';

interface Finding {
  readonly good: boolean;
  readonly needed?: boolean;
  readonly what: string;
  readonly remedy?: string;
}

/** What can only be looked at with the packages installed, one finding after the other. */
export async function* findings(): AsyncGenerator<Finding> {
  let settings: Settings;
  try {
    settings = readSettings();
  } catch (error) {
    yield {
      good: false,
      what: `cấu hình / settings: ${reasonOf(error)}`,
      remedy: 'sửa biến đó / mend that variable',
    };
    return;
  }
  yield await port(settings.port);
  yield await dataFolder(settings.dataDir);
  yield await database(settings);
  yield mail();
  yield await browser();
}

/** Not needed: without a mail server notices stand in the application only. */
function mail(): Finding {
  const on = (process.env['SMTP_URL'] ?? '') !== '';
  if (!on)
    return { good: true, what: 'thư / mail: tắt, chưa đặt SMTP_URL / off, no SMTP_URL (docs/mail.md)' };
  const from = (process.env['MAIL_FROM'] ?? '') !== '';
  return {
    good: from,
    needed: true,
    what: 'thư / mail: SMTP_URL',
    ...(from ? {} : { remedy: 'đặt MAIL_FROM / set MAIL_FROM' }),
  };
}

async function port(number: number): Promise<Finding> {
  return {
    good: number === 0 || (await portIsFree(number)),
    what: `cổng / port ${number}`,
    remedy: `PORT=${number + 1} npm start`,
  };
}

async function dataFolder(dir: string): Promise<Finding> {
  const what = `thư mục dữ liệu / data folder ${dir}`;
  try {
    await (await openDataFolder(dir)).release();
    return { good: true, what };
  } catch (error) {
    return { good: false, what, remedy: error instanceof StackError ? error.vi : reasonOf(error) };
  }
}

/** The person's own database is asked; the embedded one is started for a moment on a folder of its own. */
async function database(settings: Settings): Promise<Finding> {
  if (settings.databaseUrl !== undefined) {
    const problem = await problemOf(() => useDatabase(settings.databaseUrl ?? ''));
    return { good: problem === undefined, what: 'PostgreSQL (DATABASE_URL)', ...problem };
  }
  const dir = await mkdtemp(join(tmpdir(), 'cascade-doctor-'));
  try {
    const problem = await problemOf(() => tryEmbedded(dir));
    return { good: problem === undefined, what: 'PostgreSQL đi kèm / embedded', ...problem };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function tryEmbedded(dir: string): Promise<void> {
  const folder = await openDataFolder(dir);
  const guard = startGuard();
  try {
    const { part } = await startPostgres({ folder, guard, say: saySilently });
    await part.stop();
  } finally {
    await guard.close();
    await folder.release();
  }
}

async function problemOf(act: () => Promise<unknown>): Promise<{ remedy: string } | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return { remedy: reasonOf(error) };
  }
}

async function browser(): Promise<Finding> {
  const file = await findBrowser();
  return {
    good: file !== undefined,
    needed: false,
    what: `Chromium ${file ?? '(chỉ cần cho npm test / only npm test needs it)'}`,
    remedy: 'apt-get install chromium  ·  npx playwright-core install chromium',
  };
}
