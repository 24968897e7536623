import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { buildDesigner } from './designer-build.ts';
import { startGuard } from './guard.ts';
import { reasonOf, type Say, saySilently, StackError } from './messages.ts';
import { apiPart, workerPart } from './node-parts.ts';
import { freePort, portIsFree } from './ports.ts';
import { type Database, startPostgres, useDatabase } from './postgres.ts';
import { externalPart, type Part } from './process.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Cluster, startTemporal, useCluster } from './temporal.ts';

export { browserForTests } from './browser-install.ts';
export { officeForTests, WITHOUT_OFFICE } from './office-install.ts';
export { findBrowser } from './browser.ts';
export { type Caller, callerOf } from './caller.ts';
export type { Part } from './process.ts';
export { sayToTerminal, StackError } from './messages.ts';

export interface StackOptions {
  /** Data folder; `CASCADE_DATA` when absent. */
  readonly dataDir?: string;
  /** Port of the API; 0 takes a free one; `PORT` when absent. */
  readonly port?: number;
  /** Parts to leave out; all run when absent. */
  readonly without?: readonly ('api' | 'worker' | 'web')[];
  /** Added to the environment of each of our processes. */
  readonly env?: {
    readonly api?: Readonly<Record<string, string>>;
    readonly worker?: Readonly<Record<string, string>>;
  };
  /** Where settings come from; the process's environment when absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly say?: Say;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
}

/** Who uses whom: the user stops before what it uses. */
const STOP_ORDER = ['API', 'worker', 'Temporal', 'PostgreSQL'];

/** A running installation. */
export interface Stack {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataDir: string;
  /** Key of a system that may do everything, made on the first start; absent with a database that lost it. */
  readonly serviceKey: string | undefined;
  readonly worker: Part;
  readonly api: Part;
  readonly temporal: Part;
  readonly postgres: Part;
  /** Stops API, worker, Temporal and PostgreSQL, in this order, and frees the data folder. */
  stop(): Promise<void>;
}

/** Starts everything that is not somebody else's and waits until it serves. Leaves nothing running if it fails. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const given = readSettings(options.environment);
  const settings = { ...given, dataDir: options.dataDir ?? given.dataDir, port: options.port ?? given.port };
  const say = options.say ?? saySilently;
  if (settings.port !== 0 && !(await portIsFree(settings.port))) throw portTaken(settings.port);
  const folder = await openDataFolder(settings.dataDir);
  const guard = startGuard();
  const running: Part[] = [];
  const stop = once(async () => {
    for (const name of STOP_ORDER) await running.find((part) => part.name === name)?.stop();
    // Ends what had not yet begun to serve as well.
    await guard.close();
    await folder.release();
  });
  try {
    await folder.noteGuard(guard.pid);
    const parts = startParts({ settings, folder, guard, say, running, options, stop });
    return await Promise.race([parts, interruption(options.signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Rejects when the start is given up; what is still being started is refused or ended by the guard. */
function interruption(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(new StackError('Đã dừng khi đang khởi động.', 'Stopped while starting.'));
    if (signal?.aborted === true) give();
    signal?.addEventListener('abort', give, { once: true });
  });
}

interface Start {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly guard: ReturnType<typeof startGuard>;
  readonly say: Say;
  /** What serves by now. */
  readonly running: Part[];
  readonly options: StackOptions;
  readonly stop: () => Promise<void>;
}

async function startParts(start: Start): Promise<Stack> {
  const { settings, folder, guard, say, running, options } = start;
  const without = new Set(options.without);
  const program = loadProgram();
  // Looked at below; until then a failure of the servers comes first.
  program.catch(() => undefined);
  const { database, cluster } = await startServers(start);
  const webRoot = without.has('web') || without.has('api') ? undefined : await buildDesigner(say);
  await bringUpToDate(await program, database.url);
  const port = settings.port === 0 ? await freePort() : settings.port;
  const apiUrl = `http://127.0.0.1:${port}`;
  const env = childEnvironment({ settings, database, cluster, dataDir: folder.dir, port });
  const around = { logs: folder.logs, guard, say };
  const web = webRoot === undefined ? {} : { CASCADE_WEB_ROOT: webRoot };
  const worker = workerPart({ ...around, env: { ...env, ...options.env?.worker } });
  const api = apiPart({ ...around, env: { ...env, ...web, ...options.env?.api }, url: apiUrl });
  const chosen = [...(without.has('worker') ? [] : [worker]), ...(without.has('api') ? [] : [api])];
  running.push(...chosen);
  const filling = fill(await program, { url: database.url, dataDir: folder.dir, say });
  await allOrFirstFailure([filling, ...chosen.map((part) => part.start())]);
  return {
    apiUrl,
    databaseUrl: database.url,
    temporalAddress: cluster.address,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    dataDir: folder.dir,
    serviceKey: await readServiceKey(folder.dir),
    worker: without.has('worker') ? leftOut('worker') : worker,
    api: without.has('api') ? leftOut('API') : api,
    temporal: cluster.part,
    postgres: database.part,
    stop: start.stop,
  };
}

/** PostgreSQL and Temporal do not need each other: both at once. */
async function startServers({ settings, folder, guard, say, running }: Start) {
  const { databaseUrl, temporalAddress } = settings;
  const keep = <T extends { part: Part }>(started: T): T => {
    running.push(started.part);
    return started;
  };
  const starting: [Promise<Database>, Promise<Cluster>] = [
    (databaseUrl === undefined ? startPostgres({ folder, guard, say }) : useDatabase(databaseUrl)).then(keep),
    (temporalAddress === undefined
      ? startTemporal({ settings, folder, guard, say })
      : useCluster({ ...settings, temporalAddress })
    ).then(keep),
  ];
  await allOrFirstFailure(starting);
  const [database, cluster] = await Promise.all(starting);
  return { database, cluster };
}

/** Waits for all to settle, so that nothing starts behind the back of a stop, then throws the first failure. */
async function allOrFirstFailure(starting: readonly Promise<unknown>[]): Promise<void> {
  const settled = await Promise.allSettled(starting);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

type Program = Awaited<ReturnType<typeof loadProgram>>;

/** Loaded while the servers start: reading it takes about as long as they do. */
async function loadProgram() {
  const [{ seed }, { createPool, migrate }] = await Promise.all([import('#acts'), import('#db')]);
  return { seed, createPool, migrate };
}

async function bringUpToDate({ migrate }: Program, url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    throw new StackError(
      `Không cập nhật được lược đồ cơ sở dữ liệu: ${reasonOf(error)}.`,
      `The database schema cannot be brought up to date: ${reasonOf(error)}.`,
    );
  }
}

interface Filling {
  readonly url: string;
  readonly dataDir: string;
  readonly say: Say;
}

/** Units, calendars, templates and example officials: what is there already stays. */
async function fill({ seed, createPool }: Program, { url, dataDir, say }: Filling): Promise<void> {
  const pool = createPool(url);
  // Its lines say a thing in Vietnamese, then in English.
  const log = (line: string) => {
    const [vi = line, en = line] = line.split(' · ');
    say(vi, en);
  };
  try {
    await seed({ pool, dataDir, log });
  } finally {
    await pool.end();
  }
}

interface ChildSurroundings {
  readonly settings: Settings;
  readonly database: Database;
  readonly cluster: Cluster;
  readonly dataDir: string;
  readonly port: number;
}

function childEnvironment({
  settings,
  database,
  cluster,
  dataDir,
  port,
}: ChildSurroundings): NodeJS.ProcessEnv {
  // TEMPORAL_* of the person's shell reach the children only through the cluster that was chosen.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return {
    ...Object.fromEntries(inherited),
    ...cluster.env,
    DATABASE_URL: database.url,
    CASCADE_TASK_QUEUE: settings.taskQueue,
    CASCADE_DATA: dataDir,
    LOG_LEVEL: settings.logLevel,
    PORT: String(port),
    ...(settings.databaseUrl === undefined && !settings.ownSignIn && { CASCADE_EMBEDDED: '1' }),
  };
}

async function readServiceKey(dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, 'service-key');
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined;
}

function leftOut(name: string): Part {
  const refuse = () =>
    Promise.reject(new StackError(`${name} không được khởi động.`, `${name} was left out.`));
  return { ...externalPart(name, refuse), restart: refuse, kill9: refuse };
}

function portTaken(port: number): StackError {
  return new StackError(
    `Cổng ${port} đang được chương trình khác dùng: hãy dừng chương trình đó hoặc chạy PORT=${port + 1} npm start.`,
    `Port ${port} is in use by another program: stop it, or run PORT=${port + 1} npm start.`,
  );
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
