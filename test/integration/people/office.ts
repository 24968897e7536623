import { Colleague } from '../../harness/colleague.ts';
import { ownApi } from '../../harness/own-api.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';

export interface PeopleOffice {
  readonly pool: OwnDatabase['pool'];
  readonly url: string;
  colleague(who: RegExp): Promise<Colleague>;
  close(): Promise<void>;
}

/** An API with a database of its own, where the example officials work and nobody else is disturbed. */
export async function openOffice(name: string): Promise<PeopleOffice> {
  const database = await seededDatabase(name);
  const api = await ownApi({ DATABASE_URL: database.url, CASCADE_RATE_FACTOR: '100' });
  return {
    pool: database.pool,
    url: api.url,
    colleague: (who) => new Colleague(api.url).signIn(who),
    close: async () => {
      await api.close();
      await database.drop();
    },
  };
}
