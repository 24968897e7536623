import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { call, succeed } from '../../harness/api-client.ts';
import { importOrganisation, publish, twoLevels } from './drawing.ts';
import { rowCounts } from './row-counts.ts';
import { attach, definitionIdOf, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { ProblemDocument } from './shapes.ts';

const NAME = 'lv-bad';
const START = '2026-03-02T01:00:00.000Z';
const before = (date: string) => ({ kind: 'date' as const, date, bound: 'before' as const });
const owed = (due: ReturnType<typeof before>) => [{ report: 'so-lieu', due }];
const sound = twoLevels(NAME, { teams: owed(before('2026-03-13')), members: owed(before('2026-03-10')) });
const drawn = (key: string, change: (nodes: typeof sound.nodes) => unknown) => ({
  ...sound,
  key,
  nodes: change(sound.nodes),
});

/** Drawings with one fault each, saved as drafts: publishing must refuse them. */
const DRAFTS = {
  cycle: drawn(`${NAME}-cycle`, (nodes) =>
    nodes.map((node) => (node.id === 'team' ? { ...node, parent: 'member' } : node)),
  ),
  childLate: twoLevels(NAME, {
    key: `${NAME}-late`,
    teams: owed(before('2026-03-10')),
    members: owed(before('2026-03-13')),
  }),
};

interface Case {
  readonly what: string;
  readonly send: () => Promise<{ status: number; body: ProblemDocument }>;
  readonly status: number;
  readonly code: string;
  /** Where the fault is. */
  readonly path: readonly (string | number)[];
}

let database: Client;
let its: Rehearsal;
const ids = new Map<string, { id: string; draftRevision: number }>();
let soundId: string;
let emptyId: string;
let strangerId: string;
let fourLevels: string;
let school: Rehearsal;

beforeAll(async () => {
  database = new Client({ connectionString: inject('stack').databaseUrl });
  await database.connect();
  await importOrganisation(NAME);
  soundId = await publish(sound);
  const empty = drawn(`${NAME}-empty`, (nodes) =>
    nodes.map((node) =>
      node.id === 'member' ? { ...node, select: { kind: 'ofKind', unitKinds: ['nobody-is-this'] } } : node,
    ),
  );
  const stranger = drawn(`${NAME}-stranger`, (nodes) =>
    nodes.map((node) =>
      node.id === 'member' ? { ...node, select: { kind: 'list', units: ['no-such-unit'] } } : node,
    ),
  );
  for (const [key, definition] of [
    ['cycle', DRAFTS.cycle],
    ['childLate', DRAFTS.childLate],
  ] as const) {
    ids.set(key, await succeed('POST', '/api/definitions', { body: { definition } }));
  }
  const published = async (definition: unknown): Promise<string> => {
    const made = await succeed<{ id: string; draftRevision: number }>('POST', '/api/definitions', {
      body: { definition },
    });
    await succeed('POST', `/api/definitions/${made.id}/versions`, {
      body: { expectedRevision: made.draftRevision },
    });
    return made.id;
  };
  emptyId = await published(empty);
  strangerId = await published(stranger);
  fourLevels = await definitionIdOf('bon-cap-2025');
  its = await startRehearsal({ definitionId: soundId, rootUnitId: NAME, startAt: START });
  const schools = { definitionId: await definitionIdOf('quan-7-2023'), rootUnitId: 'q7-phong-gddt' };
  school = await startRehearsal({ ...schools, startAt: '2023-10-02T01:00:00.000Z' });
});
afterAll(() => database.end());

type Sent = Case['send'];
const start =
  (body: object): Sent =>
  () =>
    call('POST', '/api/campaigns', {
      body: { mode: 'rehearsal', definitionId: soundId, rootUnitId: NAME, startAt: START, ...body },
    });
const later =
  (make: () => object): Sent =>
  () =>
    start(make())();
const report =
  (body: object): Sent =>
  async () =>
    call('POST', `/api/obligations/${(await its.owed(`${NAME}-b0-m0`)).id}/reports`, { body });
const figure = (value: unknown): Sent => report({ values: { 'su-kien': value } });
const publishing =
  (key: string): Sent =>
  () => {
    const { id, draftRevision: expectedRevision } = ids.get(key) ?? { id: '', draftRevision: 1 };
    return call('POST', `/api/definitions/${id}/versions`, { body: { expectedRevision } });
  };
const file =
  (kind: string, name?: string): Sent =>
  async () =>
    attach((await school.owed('q7-th-1', 'nam-2023')).id, {
      kind,
      file: 'bao-cao.docx',
      ...(name === undefined ? {} : { name }),
    });

const VALUE = ['values', 'su-kien'];
const CASES: readonly Case[] = [
  {
    what: 'a start on 30 February',
    send: start({ startAt: '2026-02-30T01:00:00.000Z' }),
    status: 400,
    code: 'api.badFormat',
    path: ['startAt'],
  },
  {
    what: 'a date that does not exist as a parameter',
    send: later(() => ({
      definitionId: fourLevels,
      rootUnitId: 'vn-bct',
      startAt: '2025-11-03T01:00:00.000Z',
      parameters: { 'ngay-bao-cao': '2025-02-30' },
    })),
    status: 422,
    code: 'schedule.impossibleDate',
    path: ['parameters', 'ngay-bao-cao'],
  },
  {
    what: 'a root that is no unit',
    send: start({ rootUnitId: 'no-such-unit' }),
    status: 404,
    code: 'organisation.notFound',
    path: ['rootUnitId'],
  },
  {
    what: 'a drawing that names a unit nobody knows',
    send: later(() => ({ definitionId: strangerId })),
    status: 422,
    code: 'plan.unitUnknown',
    path: ['nodes', 2, 'select', 'units', 0],
  },
  {
    what: 'a group without members',
    send: later(() => ({ definitionId: emptyId })),
    status: 422,
    code: 'plan.emptyGroup',
    path: ['nodes', 2, 'select'],
  },
  {
    what: 'a circle of levels',
    send: publishing('cycle'),
    status: 422,
    code: 'definition.cycle',
    path: ['nodes', 1, 'parent'],
  },
  {
    what: 'a child due after its parent',
    send: publishing('childLate'),
    status: 422,
    code: 'schedule.childAfterParent',
    path: ['nodes', 2, 'obligations', 0, 'due'],
  },
  { what: '1,234.5', send: figure('1,234.5'), status: 422, code: 'report.numberNotVietnamese', path: VALUE },
  { what: '12.00', send: figure('12.00'), status: 422, code: 'report.numberNotVietnamese', path: VALUE },
  { what: 'a negative count', send: figure(-3), status: 422, code: 'report.negativeCount', path: VALUE },
  {
    what: 'half a thing counted',
    send: figure('1,5'),
    status: 422,
    code: 'report.tooManyDecimals',
    path: VALUE,
  },
  { what: 'words for a number', send: figure('nhiều'), status: 422, code: 'report.notANumber', path: VALUE },
  {
    what: 'a figure left out',
    send: report({ values: {} }),
    status: 422,
    code: 'report.indicatorRequired',
    path: VALUE,
  },
  {
    what: 'a figure nobody asked for',
    send: report({ values: { 'su-kien': 1, khac: 1 } }),
    status: 422,
    code: 'report.indicatorUnknown',
    path: ['values', 'khac'],
  },
  {
    what: 'nil with figures',
    send: report({ nil: true, values: { 'su-kien': 1 } }),
    status: 422,
    code: 'report.nilWithValues',
    path: VALUE,
  },
  {
    what: 'a file that was never sent',
    send: report({ values: { 'su-kien': 1 }, attachments: ['00000000-0000-4000-8000-000000000000'] }),
    status: 422,
    code: 'report.attachmentUnknown',
    path: ['attachments', 0],
  },
  {
    what: 'a file of a kind that is not asked for',
    send: file('anh-chup'),
    status: 422,
    code: 'report.attachmentKindUnknown',
    path: ['kind'],
  },
  {
    what: 'a Word file as the scan',
    send: file('scan'),
    status: 422,
    code: 'report.attachmentExtension',
    path: ['extension'],
  },
  {
    what: 'a program as the Word file',
    send: file('word', 'bao-cao.exe'),
    status: 422,
    code: 'attachment.extension',
    path: ['file'],
  },
  {
    what: 'a report without its files',
    send: async () =>
      call('POST', `/api/obligations/${(await school.owed('q7-th-1', 'nam-2023')).id}/reports`, { body: {} }),
    status: 422,
    code: 'report.attachmentMissing',
    path: ['attachments'],
  },
  {
    what: 'the clock moved backwards',
    send: () => its.post('clock', { to: '2026-03-01T01:00:00.000Z' }),
    status: 422,
    code: 'clock.backwards',
    path: ['to'],
  },
];

describe('bad input', () => {
  it.each(CASES)(
    '$what is refused with place and remedy in both languages, and changes nothing',
    async (each) => {
      const rows = await rowCounts(database);
      const { status, body } = await each.send();
      const found = body.problems.find(({ code }) => code === each.code);
      expect({ status, code: body.code, path: found?.path }).toEqual({
        status: each.status,
        code: each.code,
        path: each.path,
      });
      for (const { vi, en, code } of body.problems) {
        // A sentence, not a code or a template with a hole in it, and not the same in both languages.
        for (const text of [vi, en]) expect(text).toMatch(/^[^{}]{15,300}$/);
        expect(vi).not.toBe(en);
        expect(`${vi} ${en}`).not.toContain(code);
      }
      expect(await rowCounts(database)).toEqual(rows);
    },
  );

  it('in a drawing is listed all at once, before anything is saved', async () => {
    const rows = await rowCounts(database);
    const definition = { ...DRAFTS.cycle, reports: [...sound.reports, ...sound.reports] };
    const answer = await succeed<{ publishable: boolean; problems: ProblemDocument['problems'] }>(
      'POST',
      '/api/definitions/validate',
      { body: { definition } },
    );
    expect(answer.publishable).toBe(false);
    const codes = answer.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['definition.cycle', 'definition.duplicateReport']));
    expect(await rowCounts(database)).toEqual(rows);
  });
});
