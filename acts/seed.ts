import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addMissingPeople,
  addMissingSuccessors,
  addMissingUnits,
  findDefinitionByKey,
  findServiceKey,
  insertDefinition,
  insertServiceKey,
  inTransaction,
  lockSeeding,
  markSeeded,
  seededHash,
  type Database,
  type Transaction,
  updateDraft,
} from '#db';
import { SCOPES } from '#model';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { shipCalendar } from './calendars.ts';
import { contentHash, sha256 } from './canonical-hash.ts';
import { newSecret } from './identity.ts';
import { publishVersion } from './publish.ts';
import { organisationFiles, readCalendars, readOfficials, readOrganisation } from './seed-files.ts';

export interface SeedOptions {
  readonly pool: Database;
  /** Where the key for the local command line is kept (`service-key`, mode 0600); null = make none. */
  readonly dataDir: string | null;
  readonly log: (line: string) => void;
}

const SEED = 'seed';

/**
 * Fills a new installation: units of both eras, calendars, templates with their example units, example
 * officials. What is there with the same content is skipped, what was edited since is never overwritten.
 */
export async function seed({ pool, dataDir, log }: SeedOptions): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await lockSeeding(tx);
    await part(tx, { key: 'units', content: [await organisationFiles(), EXAMPLE_UNITS] }, async () => {
      const organisation = await readOrganisation();
      const added = await addMissingUnits(tx, [...organisation.units, ...EXAMPLE_UNITS]);
      await addMissingSuccessors(tx, organisation.successors);
      log(`${added} đơn vị đã nạp · units loaded`);
    });
    for (const calendar of await readCalendars()) {
      await part(tx, { key: `calendar/${calendar.id}`, content: calendar }, async () => {
        await shipCalendar(tx, calendar, SEED);
        log(`lịch ${calendar.id} đã nạp · calendar loaded`);
      });
    }
    for (const { key, definition, directive } of TEMPLATES) {
      await part(tx, { key: `template/${key}`, content: [definition, directive] }, async () => {
        await shipTemplate(tx, { definition, directive }, log);
      });
    }
    const officials = await readOfficials();
    await part(tx, { key: 'officials', content: officials }, async () => {
      await addMissingPeople(
        tx,
        officials.map((official) => ({ ...official, example: true })),
      );
    });
  });
  if (dataDir !== null) await keepLocalKey(pool, dataDir);
}

async function part(
  tx: Transaction,
  given: { readonly key: string; readonly content: unknown },
  load: () => Promise<void>,
): Promise<void> {
  const hash = contentHash(given.content);
  if ((await seededHash(tx, given.key)) === hash) return;
  await load();
  await markSeeded(tx, given.key, hash);
}

type Shipped = Pick<(typeof TEMPLATES)[number], 'definition' | 'directive'>;

async function shipTemplate(tx: Transaction, shipped: Shipped, log: SeedOptions['log']): Promise<void> {
  const { definition, directive } = shipped;
  const { key, title } = definition;
  const known = await findDefinitionByKey(tx, key);
  if (known && !known.shipped) {
    log(`mẫu ${key} được bỏ qua: khoá đã có người dùng · template skipped: its key is taken`);
    return;
  }
  const draft = { draft: definition, directive, by: SEED };
  const id =
    known?.id ?? (await insertDefinition(tx, { ...draft, key, title, ownerUnitId: null, template: true }));
  if (id === null) throw new Error(`template ${key} was not written`);
  if (known) await updateDraft(tx, { ...draft, id });
  const { version } = await publishVersion(tx, { definitionId: id, body: definition, directive, by: SEED });
  log(`mẫu ${key}, phiên bản ${version} · template loaded`);
}

/** The local command line acts with a key of its own; one that the database no longer knows is replaced. */
async function keepLocalKey(pool: Database, dataDir: string): Promise<void> {
  const file = join(dataDir, 'service-key');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const known = kept === null ? null : await findServiceKey(pool, sha256(kept.trim()));
  // one of an earlier version may lack what has come since
  if (known !== null && SCOPES.every((scope) => known.scopes.includes(scope))) return;
  const secret = newSecret();
  await inTransaction(pool, (tx) =>
    insertServiceKey(tx, {
      name: 'Khóa của máy này',
      hash: sha256(secret),
      unitId: null,
      scopes: [...SCOPES],
    }),
  );
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${secret}\n`, { mode: 0o600, flush: true });
}
