import { createHash } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMissingPeople, inTransaction, openWorkOf } from '#db';
import type { Directive, Role } from '#model';
import { bacKan, type CampaignScene, PERIOD } from '../../harness/campaign-scene.ts';
import type { Colleague } from '../../harness/colleague.ts';
import { openOffice, type PeopleOffice } from '../people/office.ts';

const FRONT = 'bk-mttq-tp';
const BELOW = 'bk-mttq-01840';

interface Shown {
  readonly document: Directive;
  readonly revision: number;
  readonly state: string;
  readonly steps: readonly unknown[];
  readonly file: { readonly sha256: string; readonly bytes: number } | null;
  readonly reach: { readonly count: number; readonly names: readonly string[] };
  readonly draftedByName: string | null;
}
interface Row {
  readonly id: string;
  readonly arrivalNumber: number;
  readonly letterId: string | null;
  readonly document: Directive;
  readonly leadName: string | null;
  readonly revision: number;
}

let office: PeopleOffice;
let scene: CampaignScene;
let officer: Colleague;
let chair: Colleague;
let below: Colleague;
let stranger: Colleague;
let id: string;
const at = (rest = '') => `/api/letters/${id}${rest}`;

beforeAll(async () => {
  office = await openOffice('letters_http');
  const person = (subject: string, unitId: string, roles: readonly Role[]) => ({
    ...{ id: subject, subject, name: `Ví dụ: ${subject}`, email: null, unitId, roles, example: true },
  });
  const people = [
    person('mặt trận soạn', FRONT, ['officer']),
    person('mặt trận duyệt', FRONT, ['leader', 'clerk']),
    person('mặt trận phường', BELOW, ['leader', 'clerk', 'officer']),
  ];
  await inTransaction(office.pool, (tx) => addMissingPeople(tx, people));
  scene = await bacKan(office.pool);
  officer = await office.colleague(/mặt trận soạn/);
  chair = await office.colleague(/mặt trận duyệt/);
  below = await office.colleague(/mặt trận phường/);
  stranger = await office.colleague(/cán bộ UBND phường Đức Xuân/);
});

afterAll(() => office.close());

const letter = async (who: Colleague) => (await who.get<Shown>(at())).body;

describe('a letter as its people meet it', () => {
  test('is drawn up once, opened by the colleague who comes second, and unknown to everybody else', async () => {
    const ask = { kind: 'dissemination', campaignId: scene.campaignId, periodKey: PERIOD };
    const begun = await officer.post<{ id: string; created: boolean }>('/api/letters', ask);
    expect([begun.status, begun.body.created]).toEqual([201, true]);
    id = begun.body.id;
    expect((await chair.post('/api/letters', ask)).body).toEqual({ id, created: false });
    for (const path of [at(), at('/file')])
      for (const who of [stranger, below]) expect((await who.get(path)).status, path).toBe(404);
    expect((await stranger.post('/api/letters', ask)).body.code).toBe('dissemination.notFound');
    expect((await stranger.get(`/api/incoming?unit=${FRONT}`)).status).toBe(404);
    expect((await stranger.post(at('/submission'), { expectedRevision: 1 })).status).toBe(404);
    // two leaders: nobody was guessed as the signer
    const unsigned = await officer.post(at('/submission'), { expectedRevision: 1 });
    expect([unsigned.status, unsigned.body.code]).toEqual([422, 'letter.signerMissing']);
  });

  test('two who save the same revision: the second gets 409', async () => {
    const { document, revision } = await letter(officer);
    const signature = { authority: [], titles: [], ...document.signature, name: 'Ví dụ: mặt trận duyệt' };
    const body = {
      document: { ...document, signature },
      addedTasks: ['Gửi ảnh'],
      expectedRevision: revision,
    };
    expect((await officer.put(at(), body)).status).toBe(200);
    const second = await chair.put(at(), { ...body, addedTasks: [] });
    expect([second.status, second.body.code]).toEqual([409, 'letter.conflict']);
    // a file is called by the beginning of a long subject, which is never half a character
    for (const [subject, expectedRevision] of [
      [`${'a'.repeat(79)}😀`, revision + 1],
      [document.subject, revision + 2],
    ] as const) {
      const renamed = { ...body, document: { ...document, signature, subject }, expectedRevision };
      expect((await officer.put(at(), renamed)).status).toBe(200);
      expect((await officer.file(at('/file'))).name).toContain(subject.slice(0, 30));
    }
  });

  test('goes up for approval and out; who has not the role gets 403', async () => {
    const draft = await officer.file(at('/file'));
    expect(draft.name).toContain('DỰ THẢO');
    const step = async (who: Colleague, rest: string, body: object = {}) =>
      who.post<{ revision: number; code: string }>(at(rest), {
        ...body,
        expectedRevision: (await letter(officer)).revision,
      });
    expect((await step(officer, '/submission')).status).toBe(200);
    expect((await step(officer, '/approval')).status).toBe(403);
    expect((await step(officer, '/issue')).status).toBe(403);
    expect((await step(chair, '/approval')).status).toBe(200);
    const issued = await step(chair, '/issue');
    expect([issued.status, issued.body.code]).toEqual([201, '01/MTTQ-BTT']);
    expect((await step(chair, '/issue')).status).toBe(422);
  });

  test('the file is kept as it was issued, byte for byte', async () => {
    const { file } = await letter(chair);
    const { bytes, name } = await below.file(at('/file'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    expect([bytes.length, name]).toEqual([file?.bytes, '01_MTTQ-BTT.docx']);
  });

  test('whom it was sent to reads it, but not how it came about', async () => {
    const read = await letter(below);
    expect([read.state, read.document.codeNumber, read.steps, read.reach.names]).toEqual([
      'issued',
      '1',
      [],
      [],
    ]);
    expect(read.draftedByName).toBeNull();
    expect((await stranger.get(at())).status).toBe(404);
  });
});

describe('below, where it arrives', () => {
  let row: Row;

  test('it waits for the register, is entered once and found by its code', async () => {
    const waiting = await below.get<{ items: { campaignId: string; code: string }[] }>(
      '/api/incoming/waiting',
    );
    expect(waiting.body.items).toMatchObject([{ campaignId: scene.campaignId, code: '01/MTTQ-BTT' }]);
    const ask = { campaignId: scene.campaignId };
    const done = await below.post<{ row: Row; created: boolean }>('/api/incoming', ask);
    row = done.body.row;
    expect(row).toMatchObject({ arrivalNumber: 1, letterId: id, document: { codeNumber: '1' } });
    const again = await below.post<{ row: Row; created: boolean }>('/api/incoming', ask);
    expect([again.body.row.id, again.body.created]).toEqual([row.id, false]);
    const found = async (q: string) =>
      (await below.get<{ items: Row[] }>(`/api/incoming?q=${encodeURIComponent(q)}`)).body.items.length;
    expect(await found('01/MTTQ')).toBe(1);
    expect(await found('1/mttq')).toBe(0);
    expect(await found('nhan dien hang viet')).toBe(1);
    expect((await officer.get(`/api/incoming/${row.id}`)).status).toBe(404);
  });

  test('it is found everywhere by its code as it stands on the letter', async () => {
    for (const q of ['01/MTTQ-BTT', '1/MTTQ-BTT']) {
      const tasks = await below.get<{ items: { documentCode: string }[] }>(
        `/api/tasks?q=${encodeURIComponent(q)}`,
      );
      expect(
        tasks.body.items.map(({ documentCode }) => documentCode),
        q,
      ).toContain('01/MTTQ-BTT');
      const all = await below.get<{ letters: { documentCode: string }[] }>(
        `/api/search?q=${encodeURIComponent(q)}`,
      );
      expect(all.body.letters, q).toMatchObject([{ documentCode: '01/MTTQ-BTT' }]);
    }
  });

  test('the opinion names who leads and gives them the open work', async () => {
    const opinion = `/api/incoming/${row.id}/opinion`;
    const ask = { leadPersonId: 'mặt trận phường', opinion: 'Thực hiện', expectedRevision: row.revision };
    const foreign = await below.put(opinion, { ...ask, leadPersonId: 'mặt trận soạn' });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'incoming.notOfUnit']);
    const done = await below.put<{ row: Row; assigned: number }>(opinion, { ...ask, dueOn: '2024-12-01' });
    expect([done.status, done.body.row.leadName, done.body.assigned]).toEqual([
      200,
      'Ví dụ: mặt trận phường',
      1,
    ]);
    expect((await below.put(opinion, ask)).status).toBe(409);
    const { rows } = await office.pool.query('SELECT person_id FROM task_work WHERE unit_id = $1', [BELOW]);
    expect(rows).toEqual([{ person_id: 'mặt trận phường' }]);
  });

  test('what was only to be acknowledged, and is, is no open work and sets no deadline', async () => {
    const client = await office.pool.connect();
    try {
      await client.query('BEGIN');
      const of = { unitId: BELOW, campaignId: scene.campaignId };
      const set = (kind: string) =>
        client.query(
          `UPDATE obligation SET kind = $3, report_id = NULL, status = 'acknowledged', acknowledged_at = now(),
             due_at = now() WHERE campaign_id = $1 AND unit_id = $2`,
          [of.campaignId, of.unitId, kind],
        );
      await set('report');
      expect(await openWorkOf(client, of)).toMatchObject({ obligationIds: [expect.any(String)] });
      await set('acknowledge');
      expect(await openWorkOf(client, of)).toMatchObject({ obligationIds: [], firstDueAt: null });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('both registers leave as tables', async () => {
    const incoming = (await below.file('/api/incoming/export?year=2024')).bytes.toString();
    expect(incoming.startsWith('\uFEFFNgày đến,Số đến,')).toBe(true);
    expect(incoming).toContain('20/11/2024,1,');
    const outgoing = (await chair.file('/api/outgoing/export')).bytes.toString();
    expect(outgoing).toContain('\n01/MTTQ-BTT,20/11/2024,');
  });
});

describe('the office', () => {
  const template = async (text: string, name = 'mẫu.docx') => {
    const made = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }));
    const form = new FormData();
    form.append('kind', 'template');
    form.append('file', new Blob([new Uint8Array(made)]), name);
    return form;
  };

  test('takes a template of its own whose tags it knows, and nothing else', async () => {
    const wrong = await chair.post<{ code: string }>('/api/office/template', await template('{ten_nguoi}'));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'documents.templateTagUnknown']);
    const disguised = await chair.post('/api/office/template', await template('{trich_yeu}', 'mẫu.pdf'));
    expect(disguised.status).toBe(422);
    const tags = '{so_ky_hieu} {trich_yeu} {#noi_dung}{dong}{/noi_dung}';
    expect((await officer.post('/api/office/template', await template(tags))).status).toBe(403);
    const finished = await chair.post<{ code: string }>(
      '/api/office/template',
      await template('Số: 15/MTTQ'),
    );
    expect([finished.status, finished.body.code]).toEqual([422, 'documents.templateTagMissing']);
    const good = await chair.post<{ template: { name: string } }>(
      '/api/office/template',
      await template(tags),
    );
    expect([good.status, good.body.template.name]).toEqual([201, 'mẫu.docx']);
  });

  test('the records office sets how letters look, only a leader who approves them', async () => {
    interface View {
      readonly office: { readonly notation: string; readonly approval: object };
      readonly revision: number;
    }
    const { office: now, revision } = (await chair.get<View>('/api/office')).body;
    const put = (who: Colleague, body: object) =>
      who.put('/api/office', { office: body, expectedRevision: revision });
    expect((await put(officer, { ...now, notation: 'X' })).status).toBe(403);
    expect((await put(chair, { ...now, notation: 'a b' })).body.code).toBe('directive.notationMalformed');
    expect((await put(chair, { ...now, notation: 'MTTQ-VP' })).status).toBe(200);
    expect((await put(chair, now)).body.code).toBe('office.conflict');
  });
});
