import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { Guard } from './guard.ts';
import { type Say, StackError } from './messages.ts';
import { externalPart, type Part, SupervisedProcess } from './process.ts';
import type { Settings } from './settings.ts';
import { findTemporal } from './temporal-binary.ts';
import { openCluster, whyNotServing } from './temporal-cluster.ts';

/** What the workers write on workflows so that the tree can be walked in Temporal's own page. */
const SEARCH_ATTRIBUTES = ['CampaignId', 'UnitId', 'Period', 'Level'] as const;

export interface Cluster {
  readonly address: string;
  readonly namespace: string;
  /** What a child process needs in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>;
  readonly part: Part;
}

/** A cluster that somebody else runs: reached, and given the search attributes it lacks. */
export async function useCluster(settings: Settings & { temporalAddress: string }): Promise<Cluster> {
  const { temporalAddress: address, namespace } = settings;
  const waitReady = async () => {
    const reason = await openCluster(namespace, SEARCH_ATTRIBUTES);
    if (reason === undefined) return;
    throw new StackError(
      `Không dùng được Temporal tại ${address}, namespace “${namespace}” (${reason}): hãy kiểm tra TEMPORAL_*.`,
      `Temporal at ${address}, namespace “${namespace}”, cannot be used (${reason}): check TEMPORAL_*.`,
    );
  };
  await waitReady();
  const given = Object.entries(process.env).filter(([name]) => name.startsWith('TEMPORAL_'));
  const env = Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return {
    address,
    namespace,
    env: { ...env, TEMPORAL_NAMESPACE: namespace },
    part: externalPart('Temporal', waitReady),
  };
}

interface LocalOptions {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly guard: Guard;
  readonly say: Say;
}

/** Starts Temporal's development server on the data folder. */
export async function startTemporal({ settings, folder, guard, say }: LocalOptions): Promise<Cluster> {
  const { temporalFrom: from, cacheDir, namespace, temporalUiPort } = settings;
  const command = await findTemporal({ from, cacheDir, say });
  const port = await folder.port('temporal');
  const address = `127.0.0.1:${port}`;
  const attributes = SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]);
  const page = temporalUiPort === undefined ? ['--headless'] : ['--ui-port', String(temporalUiPort)];
  const part = new SupervisedProcess(
    {
      name: 'Temporal',
      command,
      args: [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
        // Without a file the development server forgets everything when it ends.
        ...['--db-filename', join(folder.dir, 'temporal.db')],
        ...page,
        ...attributes,
      ],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      logFile: join(folder.logs, 'temporal.log'),
      order: 3,
      stopSignal: 'SIGTERM',
      stopTimeoutMs: 20_000,
      readyTimeoutMs: 60_000,
      channel: false,
      user: undefined,
      prepare: () => Promise.resolve(),
      ready: async () => (await whyNotServing({ address, namespace })) === undefined,
    },
    { guard, say },
  );
  await part.start();
  // A profile in the person's home is meant for another cluster: children of this one must not read it.
  const env = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_CONFIG_FILE: '/dev/null' };
  return { address, namespace, env, part };
}
