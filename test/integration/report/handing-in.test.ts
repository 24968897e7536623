import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApi } from '#api';
import { WORD, zip } from '../../../api/files/zip.fixture.ts';
import { call } from '../../harness/api-client.ts';
import { Colleague } from '../../harness/colleague.ts';
import { ownApi } from '../../harness/own-api.ts';
import { definitionIdOf, type Rehearsal, startDocument001, startRehearsal } from '../lives/rehearsal.ts';
import type { ProblemDocument } from '../lives/shapes.ts';

interface Uploaded extends ProblemDocument {
  readonly id: string;
  readonly detail: string;
}

describe('two officers of one ward, signed in at once', () => {
  const WARD = '2024-commune-01840';
  let api: RunningApi;
  let its: Rehearsal;

  beforeAll(async () => {
    [api, its] = await Promise.all([ownApi(), startDocument001()]);
  });
  afterAll(() => api.close());

  it('hand in at once: one version, and one is told who was first and when', async () => {
    const officers = await Promise.all([
      new Colleague(api.url).signIn(/cán bộ UBND phường Đức Xuân/),
      new Colleague(api.url).signIn(/công chức văn phòng UBND phường Đức Xuân/),
    ]);
    const { id, revision } = await its.owed(WARD);
    const report = {
      values: { 'so-bang-ron': '1', 'so-tin-bai': '1', 'kinh-phi': '1,5' },
      expectedRevision: revision,
    };
    const answers = await Promise.all(
      officers.map((officer) =>
        officer.post<ProblemDocument & { readonly detail: string }>(`/api/obligations/${id}/reports`, report),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refusal = answers.find(({ status }) => status === 409)?.body;
    expect(refusal?.code).toBe('obligation.submittedConflict');
    expect(refusal?.detail).toMatch(
      /Ví dụ: (cán bộ|công chức).+ đã nộp bản báo cáo số 1 lúc \d\d:\d\d 20\/11\/2024/,
    );
    const { versions } = await its.details(WARD);
    expect(versions.map(({ no }) => no)).toEqual([1]);
  });

  it('send a nil report, which counts zeros', async () => {
    const other = '2024-commune-01834';
    const { id } = await its.owed(other);
    const nil = await call<{ no: number; late: boolean; hash: string }>(
      'POST',
      `/api/obligations/${id}/reports`,
      { body: { nil: true } },
    );
    expect(nil).toMatchObject({ status: 201, body: { no: 1, late: false } });
    expect(nil.body.hash).toMatch(/^[0-9a-f]{64}$/);
    const { versions } = await its.details(other);
    expect(versions).toMatchObject([
      { kind: 'nil', values: { 'so-bang-ron': { kind: 'number', value: '0' } } },
    ]);
  });
});

describe('the attachments of document 004', () => {
  const SCHOOL = 'q7-th-1';
  let id: string;
  const word = (more: Readonly<Record<string, string>> = {}) =>
    new Uint8Array(
      zip({ ...WORD, 'word/document.xml': `<w:document>${randomUUID()}</w:document>`, ...more }),
    );
  const scan = () => `%PDF-1.7\n% ${randomUUID()}\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n`;
  const upload = (kind: string, content: string | Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', new Blob([content]), name);
    return call<Uploaded>('POST', `/api/obligations/${id}/attachments`, { body: form });
  };
  const handIn = async (attachments: readonly string[]): Promise<readonly string[]> => {
    const { status, body } = await call<{ problems: { vi: string }[] }>(
      'POST',
      `/api/obligations/${id}/reports`,
      { body: { attachments } },
    );
    return status === 201 ? [] : body.problems.map(({ vi }) => vi);
  };

  beforeAll(async () => {
    const its = await startRehearsal({
      definitionId: await definitionIdOf('quan-7-2023'),
      rootUnitId: 'q7-phong-gddt',
      startAt: '2023-10-02T01:00:00Z',
    });
    id = (await its.owed(SCHOOL, 'nam-2023')).id;
  });

  it('are refused each with one plain sentence, until there are one Word file and one scan', async () => {
    const [first, second] = [await upload('word', word(), 'a.docx'), await upload('word', word(), 'b.docx')];
    const signed = await upload('scan', scan(), 'ban-scan.pdf');
    expect([first.status, second.status, signed.status]).toEqual([201, 201, 201]);
    expect(await handIn([signed.body.id])).toEqual(['“File Word”: cần ít nhất 1 tệp, mới có 0.']);
    expect(await handIn([first.body.id])).toEqual([
      '“File scan (ký, đóng dấu)”: cần ít nhất 1 tệp, mới có 0.',
    ]);
    expect(await handIn([first.body.id, second.body.id, signed.body.id])).toEqual([
      '“File Word”: nhiều nhất 1 tệp, đang có 2.',
    ]);
    const wrongPlace = await upload('scan', word(), 'bao-cao.docx');
    expect(wrongPlace.body.detail).toBe(
      '“File scan (ký, đóng dấu)”: không nhận tệp .docx; chỉ nhận pdf, jpg, png.',
    );
    const macro = await upload('word', word({ 'word/vbaProject.bin': 'x' }), 'co-macro.docx');
    expect(macro.body.detail).toBe('Tệp “co-macro.docx” chứa macro; lưu bản không có macro rồi gửi.');
    const disguised = await upload('word', scan(), 'doi-ten.docx');
    expect(disguised.body.detail).toMatch(/mang đuôi docx nhưng nội dung không phải vậy/);
    expect((await upload('word', 'MZ', 'chay.exe')).body.detail).toMatch(/đuôi không được nhận/);
    expect(await handIn([first.body.id, signed.body.id])).toEqual([]);
  });
});
