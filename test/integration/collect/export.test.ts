import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type ReportForm, SCOPES } from '#model';
import { call, succeed } from '../../harness/api-client.ts';
import { CITY, CONSOLIDATOR } from '../../harness/campaign-scene.ts';
import { keyFor } from '../api/principals.ts';
import { readWord } from '../../documents/word-file.ts';
import { type Rehearsal, startDocument001 } from '../lives/rehearsal.ts';
import {
  deskOf,
  exported,
  expectTotals,
  expectWordTotals,
  nodePath,
  screenOf,
  totalsIn,
} from './exported.ts';

const FORM = 'ket-qua';
const FORMULA = '=HYPERLINK("http://x","y")';
let its: Rehearsal;
let children: readonly string[] = [];
const node = (unitId: string): string => nodePath(its.id, unitId);
const table = (unitId = CONSOLIDATOR) => deskOf(its.id, unitId);
const sign = (unitId: string) => call('POST', `${node(unitId)}/consolidations/1/signature`, { body: {} });

async function formOf(unitId: string): Promise<ReportForm> {
  const [form] = (await table(unitId)).forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

async function report(unitId: string, index: number): Promise<void> {
  const { id } = await its.owed(unitId);
  const values = {
    'so-bang-ron': 1000 + index,
    'so-tin-bai': index,
    'kinh-phi': `${index},25`,
    'ty-le-hang-viet': { numerator: `${index + 1}`, denominator: '40' },
  };
  await succeed('POST', `/api/obligations/${id}/reports`, {
    body: { values, sections: { 'ket-qua-chinh': index === 0 ? FORMULA : `Phường ${index} đã làm.` } },
  });
  await succeed('POST', `/api/obligations/${id}/reports/1/acceptance`, {
    body: { expectedRevision: (await its.owed(unitId)).revision },
  });
}

beforeAll(async () => {
  its = await startDocument001();
  children = (await table()).rows.map(({ unitId }) => unitId);
  for (const [index, unitId] of children.slice(0, 13).entries()) await report(unitId, index);
});

describe('a consolidation as a file', () => {
  it('says that it is provisional and who is missing, in its name and on every sheet', async () => {
    const { response, bytes } = await exported(node(CONSOLIDATOR), 'provisional');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?TAM-TINH_tong-hop_phong-kinh-te[a-z0-9_-]*\.xlsx"?$/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const sheets = await readXlsx(bytes);
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    for (const { sheet, data } of sheets)
      expect([sheet, data.flat().join(' ')]).toEqual([sheet, expect.stringMatching(/tạm tính/i)]);
    const [missing] = (await table()).coverage.missing;
    expect(sheets.map(({ data }) => data.flat().join(' ')).join(' ')).toContain(missing?.unitName);
  });

  it('has the totals of the screen, and keeps formulas as texts', async () => {
    const { bytes } = await exported(node(CONSOLIDATOR), 'provisional');
    const screen = await screenOf(node(CONSOLIDATOR), 'provisional');
    const form = await formOf(CONSOLIDATOR);
    const [[totals] = []] = await totalsIn(bytes);
    expectTotals(totals?.cells ?? [], form, screen);
    const docx = await exported(node(CONSOLIDATOR), 'provisional', 'docx');
    expect(docx.response.headers.get('content-disposition')).toContain('TAM-TINH_');
    await expectWordTotals(docx.bytes, form, screen);
  });

  it('has a sheet per level once it is signed, each with the totals of its own revision', async () => {
    const last = children[13] ?? '';
    await report(last, 13);
    await its.rest();
    expect((await sign(CONSOLIDATOR)).status).toBe(201);
    await its.rest();
    const { id, revision } = await its.owed(CONSOLIDATOR);
    await succeed('POST', `/api/obligations/${id}/reports/1/acceptance`, {
      body: { expectedRevision: revision },
    });
    await its.rest();
    const both = await Promise.all([sign(CITY), sign(CITY)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);

    const { response, bytes } = await exported(node(CITY), '1');
    expect(response.headers.get('content-disposition')).not.toContain('TAM-TINH');
    const totals = await totalsIn(bytes);
    expect(totals.map((level) => level.length)).toEqual([1, 1]);
    const form = await formOf(CITY);
    for (const [index, unitId] of [CITY, CONSOLIDATOR].entries()) {
      const screen = await screenOf(node(unitId), 1);
      expectTotals(totals[index]?.[0]?.cells ?? [], form, screen);
    }
    await expectWordTotals(
      (await exported(node(CITY), '1', 'docx')).bytes,
      form,
      await screenOf(node(CITY), 1),
    );
    const text = (await readXlsx(bytes)).map(({ data }) => data.flat().join(' ')).join(' ');
    expect(text).not.toMatch(/tạm tính/i);
    for (const { unitName } of (await table()).rows) expect(text).toContain(unitName);
  });

  it('stays the same file once it is signed, of the day it was signed; a provisional one is of the day it is made', async () => {
    const files = async () =>
      Promise.all(['xlsx', 'docx'].map(async (format) => (await exported(node(CITY), '1', format)).bytes));
    const dayIn = async (bytes: Buffer) =>
      (await readWord(bytes)).paragraphs
        .map(({ text }) => /ngày \d+ tháng \d+ năm \d+/.exec(text.replaceAll('\u00a0', ' '))?.[0])
        .find(Boolean);
    const [workbook, letter] = await files();
    const day = await dayIn(letter ?? Buffer.alloc(0));
    const { now } = await succeed<{ now: string }>('GET', `/api/campaigns/${its.id}`);
    await its.moveTo(new Date(Date.parse(now) + 2 * 86_400_000).toISOString());
    const again = await files();
    expect([
      again[0]?.equals(workbook ?? Buffer.alloc(0)),
      again[1]?.equals(letter ?? Buffer.alloc(0)),
    ]).toEqual([true, true]);
    const provisional = await dayIn((await exported(node(CITY), 'provisional', 'docx')).bytes);
    expect([day, provisional]).toEqual(['ngày 20 tháng 11 năm 2024', 'ngày 22 tháng 11 năm 2024']);
  });

  it('is not there for a unit beside', async () => {
    const key = await keyFor(
      inject('stack').databaseUrl,
      children.find((unit) => unit.includes('commune')) ?? '',
      SCOPES,
    );
    for (const path of ['table', `narrative/${FORM}/ket-qua-chinh`, 'consolidations/1/export']) {
      const answer = await call('GET', `${node(CONSOLIDATOR)}/${path}`, { key });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});
