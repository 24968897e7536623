import { readFileSync } from 'node:fs';
import { type Answer, call, type CallOptions, succeed } from '../../harness/api-client.ts';
import { CITY, START } from '../../harness/campaign-scene.ts';
import { waitFor } from '../../harness/wait-for.ts';
import type { Campaign, Obligation, ObligationDetails, Page, ProblemDocument } from './shapes.ts';

const FILES = new URL('../../expected/files/', import.meta.url);
/** On two busy cores a step of the clock over thousands of rows takes seconds. */
const PATIENCE_MS = 100_000;

export interface StartOf {
  readonly definitionId: string;
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly title?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** One rehearsal campaign as a caller of the API drives it. */
export interface Rehearsal {
  readonly id: string;
  /** Moves the clock and waits until everything that falls due on the way has happened. */
  moveTo(at: string): Promise<void>;
  moveToEnd(): Promise<void>;
  /** Waits until what the acts so far set in motion has happened. */
  rest(): Promise<void>;
  owed(unitId: string, periodKey?: string): Promise<Obligation>;
  details(unitId: string, periodKey?: string): Promise<ObligationDetails>;
  /** A POST below `/api/campaigns/{id}`. */
  post(path: string, body?: unknown): Promise<Answer<ProblemDocument>>;
}

export async function startRehearsal(start: StartOf, options: CallOptions = {}): Promise<Rehearsal> {
  const { id } = await succeed<Campaign>('POST', '/api/campaigns', {
    ...options,
    body: { ...start, mode: 'rehearsal' },
  });
  const its = rehearsal(id);
  await its.rest();
  return its;
}

/** Document 001 of thành phố Bắc Kạn as a rehearsal, on the morning of its letter. */
export const startDocument001 = async (title?: string): Promise<Rehearsal> =>
  startRehearsal({
    definitionId: await definitionIdOf('bac-kan-2024'),
    rootUnitId: CITY,
    startAt: START,
    ...(title !== undefined && { title }),
  });

export function rehearsal(id: string): Rehearsal {
  const clock = async (body: { to: string } | { toEnd: true }): Promise<void> => {
    await succeed('POST', `/api/campaigns/${id}/clock`, { body });
    const standing = async () =>
      (await succeed<Campaign>('GET', `/api/campaigns/${id}`)).clockTarget === null;
    await waitFor(standing, { what: `the clock of ${id}`, forMs: PATIENCE_MS, everyMs: 40 });
  };
  const owed = async (unit: string, period = 'once'): Promise<Obligation> => {
    const query = new URLSearchParams({ campaign: id, period, unit });
    const [first] = (await succeed<Page<Obligation>>('GET', `/api/obligations?${query}`)).items;
    if (first === undefined) throw new Error(`${unit} owes nothing in ${period}`);
    return first;
  };
  return {
    id,
    moveTo: (to) => clock({ to }),
    moveToEnd: () => clock({ toEnd: true }),
    // The clock lands only where everything rests: moving it to where it stands waits for just that.
    rest: async () => clock({ to: (await succeed<Campaign>('GET', `/api/campaigns/${id}`)).now }),
    owed,
    details: async (unit, period) => succeed('GET', `/api/obligations/${(await owed(unit, period)).id}`),
    post: (path, body = {}) => call('POST', `/api/campaigns/${id}/${path}`, { body }),
  };
}

/** Sends a file of `test/expected/files` as the attachment of a report, under a name of its own or as it is called. */
export function attach(
  obligationId: string,
  { kind, file, name = file }: { kind: string; file: string; name?: string },
) {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(readFileSync(new URL(file, FILES)))]), name);
  return call<{ id: string } & ProblemDocument>('POST', `/api/obligations/${obligationId}/attachments`, {
    body: form,
  });
}

/** The published definition with this key. */
export async function definitionIdOf(key: string): Promise<string> {
  const { items } = await succeed<Page<{ id: string; key: string }>>('GET', '/api/definitions?limit=200');
  const found = items.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no definition ${key}`);
  return found.id;
}

/** All rows of a list, page by page. */
export async function listAll<T>(path: string): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<T> = await succeed('GET', `${path}&limit=200${more}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}
