import { createHash, randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { call, succeed } from '../../harness/api-client.ts';
import { waitFor } from '../../harness/wait-for.ts';
import { WORD, zip } from '../../../api/files/zip.fixture.ts';
import { keyFor } from './principals.ts';

interface Obligation {
  readonly id: string;
  readonly unitId: string;
  readonly status: string;
  readonly version: number;
  readonly revision: number;
  readonly timeliness: string;
}
interface Attachment {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
}
interface Problem {
  readonly code: string;
  readonly problems: readonly {
    readonly code: string;
    readonly path: readonly (string | number)[];
    readonly vi: string;
  }[];
}

const SCHOOL = 'q7-th-1';
const OTHER = 'q7-th-2';
const OFFICE = 'q7-phong-gddt';
let campaign: { id: string };
let mine: Obligation;
let schoolKey: string;
let otherKey: string;
let officeKey: string;

/** Content of this run only: files are kept by content. */
const OWN_WORD = { ...WORD, 'word/document.xml': `<w:document>${randomUUID()}</w:document>` };
const WORD_FILE = new File([new Uint8Array(zip(OWN_WORD))], 'Báo cáo năm 2023.docx');
const SCAN = new File(['%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n'], 'ban-scan.pdf');

function form(kind: string, file: File): FormData {
  const data = new FormData();
  data.append('kind', kind);
  data.append('file', file);
  return data;
}
const attach = (kind: string, file: File, key = schoolKey) =>
  call<Attachment & Problem>('POST', `/api/obligations/${mine.id}/attachments`, {
    key,
    body: form(kind, file),
  });
const now = () => succeed<Obligation>('GET', `/api/obligations/${mine.id}`, { key: schoolKey });

beforeAll(async () => {
  const { databaseUrl } = inject('stack');
  const write = ['read', 'reports:write'] as const;
  [schoolKey, otherKey] = await Promise.all([
    keyFor(databaseUrl, SCHOOL, write),
    keyFor(databaseUrl, OTHER, write),
  ]);
  officeKey = await keyFor(databaseUrl, OFFICE, [
    'read',
    'campaigns:write',
    'clock:write',
    'reports:decide',
    'consolidations:sign',
  ]);
  const { items } = await succeed<{ items: { id: string; key: string }[] }>(
    'GET',
    '/api/definitions?limit=200',
  );
  const definitionId = items.find(({ key }) => key === 'quan-7-2023')?.id;
  const start = { definitionId, mode: 'rehearsal', rootUnitId: OFFICE, startAt: '2023-10-02T01:00:00Z' };
  campaign = await succeed('POST', '/api/campaigns', { key: officeKey, body: start });
  mine = await waitFor(
    async () =>
      (
        await succeed<{ items: Obligation[] }>(
          'GET',
          `/api/obligations?campaign=${campaign.id}&unit=${SCHOOL}`,
        )
      ).items[0],
    { what: 'the school’s task', forMs: 60_000 },
  );
});

describe('a report with its files', () => {
  let word: Attachment;
  let scan: Attachment;

  it('is seen by its own unit and those above, and is unknown to a sister unit', async () => {
    expect((await call('GET', `/api/obligations/${mine.id}`, { key: officeKey })).status).toBe(200);
    expect((await call('GET', `/api/obligations/${mine.id}`, { key: otherKey })).status).toBe(404);
    const acknowledged = await call('POST', `/api/obligations/${mine.id}/acknowledgement`, { key: otherKey });
    expect(acknowledged.status).toBe(404);
    expect((await attach('word', WORD_FILE, otherKey)).status).toBe(404);
    expect((await call('GET', `/api/campaigns/${campaign.id}/state`, { key: schoolKey })).status).toBe(404);
  });

  it('is found by its unit without accents, and a sign that people type means itself', async () => {
    const found = async (q: string) => {
      const path = `/api/obligations?campaign=${campaign.id}&q=${encodeURIComponent(q)}`;
      return (await succeed<{ items: readonly Obligation[] }>('GET', path)).items.map(({ unitId }) => unitId);
    };
    expect(await found('TRUONG tiểu học')).toContain(SCHOOL);
    expect([await found('%'), await found('_')]).toEqual([[], []]);
  });

  it('is acknowledged first, once', async () => {
    const answer = await succeed<{ status: string }>('POST', `/api/obligations/${mine.id}/acknowledgement`, {
      key: schoolKey,
    });
    expect(answer.status).toBe('acknowledged');
    expect((await now()).revision).toBeGreaterThan(mine.revision);
  });

  it('takes only files that are what they say, and leaves nothing of the others', async () => {
    const codes = async (kind: string, file: File) => (await attach(kind, file)).body.code;
    expect(await codes('word', new File(['MZ'], 'a.exe'))).toBe('attachment.extension');
    expect(await codes('word', new File(['%PDF-1.7 %%EOF'], 'a.docx'))).toBe('attachment.disguised');
    expect(
      await codes('word', new File([new Uint8Array(zip({ ...WORD, 'word/vbaProject.bin': 'x' }))], 'a.docx')),
    ).toBe('attachment.macro');
    expect(await codes('scan', WORD_FILE)).toBe('report.attachmentExtension');
    expect(await codes('khac', WORD_FILE)).toBe('report.attachmentKindUnknown');
    const files = join(inject('stack').dataDir, 'files');
    expect(await readdir(join(files, 'incoming'))).toEqual([]);
    const wordHash = createHash('sha256')
      .update(new Uint8Array(await WORD_FILE.arrayBuffer()))
      .digest('hex');
    expect(await readdir(files)).not.toContain(wordHash);
  });

  it('is refused while a file is missing, with one plain sentence naming it', async () => {
    word = (await attach('word', WORD_FILE)).body;
    expect(word.fileName).toBe('Báo cáo năm 2023.docx');
    const answer = await call<Problem>('POST', `/api/obligations/${mine.id}/reports`, {
      key: schoolKey,
      body: { attachments: [word.id] },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems.map(({ vi }) => vi).join()).toMatch(/scan/i);
    expect((await now()).version).toBe(0);
  });

  it('is received once, however often it is sent', async () => {
    const idempotencyKey = randomUUID();
    const same = form('scan', SCAN);
    const uploads = [same, form('scan', SCAN)].map((body) =>
      call<Attachment>('POST', `/api/obligations/${mine.id}/attachments`, {
        key: schoolKey,
        body,
        idempotencyKey,
      }),
    );
    const [first, second] = await Promise.all(uploads);
    expect([first?.status, second?.status, second?.body.id]).toEqual([201, 201, first?.body.id]);
    scan = first?.body ?? word;
    const submit = {
      key: schoolKey,
      body: { attachments: [word.id, scan.id] },
      idempotencyKey: randomUUID(),
    };
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => call('POST', `/api/obligations/${mine.id}/reports`, submit)),
    );
    expect(receipts.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(receipts.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await now()).toMatchObject({ status: 'submitted', version: 1, timeliness: 'inTime' });
  });

  it('gives its files back as attachments, byte for byte, to whoever may read the report', async () => {
    const { apiUrl } = inject('stack');
    const get = (key: string) =>
      fetch(`${apiUrl}/api/attachments/${word.id}`, { headers: { authorization: `Bearer ${key}` } });
    const response = await get(officeKey);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''B%C3%A1o%20c%C3%A1o/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(await WORD_FILE.arrayBuffer()));
    expect((await get(otherKey)).status).toBe(404);
  });

  it('does not serve a file that was altered on disk', async () => {
    const path = join(inject('stack').dataDir, 'files', scan.sha256);
    await writeFile(path, 'something else');
    const answer = await call<Problem>('GET', `/api/attachments/${scan.id}`, { key: schoolKey });
    expect([answer.status, answer.body.code]).toEqual([500, 'attachment.altered']);
    await writeFile(path, new Uint8Array(await SCAN.arrayBuffer()));
  });

  it('is decided by the unit that collects, not by the one that owes; the slower of two decisions is told so', async () => {
    const accept = `/api/obligations/${mine.id}/reports/1/acceptance`;
    const { revision } = await now();
    expect(
      (await call('POST', accept, { key: schoolKey, body: { expectedRevision: revision } })).status,
    ).toBe(403);
    const back = {
      key: officeKey,
      body: { expectedRevision: revision, reason: 'Thiếu số liệu', reworkDueAt: '2023-10-20T17:00:00Z' },
    };
    const both = await Promise.all([
      call<Problem>('POST', accept, { key: officeKey, body: { expectedRevision: revision } }),
      call<Problem>('POST', `/api/obligations/${mine.id}/reports/1/return`, back),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('obligation.conflict');
  });

  it('shows up in the tree, the provisional total and the canonical state', async () => {
    const tree = await succeed<{
      units: { unitId: string; obligations: Obligation[] }[];
      parent: object | null;
    }>('GET', `/api/campaigns/${campaign.id}/tree?period=nam-2023`);
    expect(tree.units.find(({ unitId }) => unitId === SCHOOL)?.obligations[0]?.version).toBe(1);
    const base = `/api/campaigns/${campaign.id}/periods/nam-2023/units/${OFFICE}`;
    const provisional = await succeed<{ provisional: boolean; coverage: { owed: number } }>(
      'GET',
      `${base}/provisional`,
      { key: officeKey },
    );
    expect(provisional).toMatchObject({ provisional: true, coverage: { owed: 9 } });
    expect((await call('GET', `${base}/provisional`, { key: schoolKey })).status).toBe(404);
    const state = await succeed<{ obligations: object[] }>('GET', `/api/campaigns/${campaign.id}/state`, {
      key: officeKey,
    });
    expect(state.obligations).toHaveLength(9);
  });

  it('leaves a trail that verifies and that units without the right cannot read', async () => {
    const trail = await succeed<{ items: { act: string }[] }>(
      'GET',
      `/api/audit?campaign=${campaign.id}&limit=200`,
    );
    expect(trail.items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['campaign.started', 'attachment.uploaded', 'report.submitted']),
    );
    const checked = await succeed<{ intact: boolean; heads: object[] }>('GET', '/api/audit/verification');
    expect(checked.intact).toBe(true);
    expect(
      (
        await succeed<{ intact: boolean }>('POST', '/api/audit/verification', {
          body: { heads: checked.heads },
        })
      ).intact,
    ).toBe(true);
    expect((await call('GET', '/api/audit', { key: schoolKey })).status).toBe(403);
  });
});
