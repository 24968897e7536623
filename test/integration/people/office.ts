import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inject } from 'vitest';
import { seed } from '#acts';
import { readApiSettings, type RunningApi, startApi } from '#api';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { signInAt, Visitor } from '../../harness/visitor.ts';

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

/** What a refusal says; asserted by code. */
export interface Refused {
  readonly code: string;
}

/** A person before the web page: cookies, no key. */
export class Colleague {
  readonly #visitor = new Visitor();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(who: RegExp): Promise<this> {
    await signInAt(this.#url, this.#visitor, who);
    return this;
  }

  get = <T = Refused>(path: string) => this.#send<T>('GET', path);
  put = <T = Refused>(path: string, body: object) => this.#send<T>('PUT', path, body);
  post = <T = Refused>(path: string, body: object = {}, key: string = randomUUID()) =>
    this.#send<T>('POST', path, body, key);

  // eslint-disable-next-line max-params -- the four parts of a request
  async #send<T>(method: string, path: string, body?: object, key?: string): Promise<Answered<T>> {
    const response = await this.#visitor.go(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        origin: this.#url,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
    // the caller says what it is about to assert
    return { status: response.status, body: (await response.json()) as T };
  }
}

export interface PeopleOffice {
  readonly pool: OwnDatabase['pool'];
  readonly url: string;
  colleague(who: RegExp): Promise<Colleague>;
  close(): Promise<void>;
}

/** An API with a database of its own, where the example officials work and nobody else is disturbed. */
export async function openOffice(name: string): Promise<PeopleOffice> {
  const { databaseUrl, dataDir, temporalAddress } = inject('stack');
  const database = await ownDatabase(databaseUrl, name);
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  const { rows } = await database.pool.query<{ name: string }>('SELECT current_database() AS name');
  const own = new URL(databaseUrl);
  own.pathname = `/${rows[0]?.name ?? ''}`;
  const api: RunningApi = await startApi(
    readApiSettings({
      DATABASE_URL: own.toString(),
      CASCADE_DATA: dataDir,
      TEMPORAL_ADDRESS: temporalAddress,
      CASCADE_EMBEDDED: '1',
      CASCADE_CHECK_RESPONSES: '1',
      CASCADE_RATE_FACTOR: '100',
      PORT: '0',
    }),
    pino({ level: 'silent' }),
  );
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
