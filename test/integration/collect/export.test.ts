import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { ConsolidatedReport } from '#engine';
import { SCOPES, type Value } from '#model';
import { call, succeed } from '../../harness/api-client.ts';
import { CITY, CONSOLIDATOR, START } from '../../harness/campaign-scene.ts';
import { keyFor } from '../api/principals.ts';
import { definitionIdOf, type Rehearsal, startRehearsal } from '../lives/rehearsal.ts';

const FORM = 'ket-qua';
const INDICATORS = ['so-bang-ron', 'so-tin-bai', 'so-co-so', 'kinh-phi', 'ty-le-hang-viet'];
const FORMULA = '=HYPERLINK("http://x","y")';
let its: Rehearsal;
let children: readonly string[] = [];
const nodePath = (unitId: string): string => `/api/campaigns/${its.id}/periods/once/units/${unitId}`;
const table = (unitId = CONSOLIDATOR) => succeed<Table>('GET', `${nodePath(unitId)}/table`);
const sign = (unitId: string, body: object = {}) =>
  call('POST', `${nodePath(unitId)}/consolidations/1/signature`, { body });

interface Table {
  readonly unitName: string;
  readonly rows: readonly { unitId: string; unitName: string; obligationId: string; revision: number }[];
  readonly coverage: { readonly missing: readonly { unitName: string }[] };
}
interface Consolidation {
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
}

async function exported(unitId: string, revision: string, format = 'xlsx') {
  const path = `${nodePath(unitId)}/consolidations/${revision}/export?format=${format}`;
  const response = await fetch(new URL(path, inject('stack').apiUrl), {
    headers: { authorization: `Bearer ${inject('stack').serviceKey}` },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The numbers of a figure as the sheet has them: one cell, or three for a ratio. */
const numbersOf = (value: Value | null): (number | null)[] => {
  if (value?.kind === 'number') return [Number(value.value)];
  return value?.kind === 'ratio' ? [Number(value.numerator), Number(value.denominator)] : [null];
};

async function totalsIn(bytes: Buffer): Promise<Map<string, readonly unknown[]>> {
  const sheets = await readXlsx(bytes);
  return new Map(
    sheets.flatMap(({ sheet, data }): [string, readonly unknown[]][] => {
      const total = data.find((row) => row[1] === 'Tổng hợp');
      return total === undefined ? [] : [[sheet, total.slice(3)]];
    }),
  );
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
  const definitionId = await definitionIdOf('bac-kan-2024');
  its = await startRehearsal({ definitionId, rootUnitId: CITY, startAt: START });
  children = (await table()).rows.map(({ unitId }) => unitId);
  for (const [index, unitId] of children.slice(0, 13).entries()) await report(unitId, index);
});

describe('a consolidation as a file', () => {
  it('says that it is provisional and who is missing, in its name and on every sheet', async () => {
    const { response, bytes } = await exported(CONSOLIDATOR, 'provisional');
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
    const { bytes } = await exported(CONSOLIDATOR, 'provisional');
    const screen = await succeed<Consolidation>('GET', `${nodePath(CONSOLIDATOR)}/provisional`);
    const [totals] = (await totalsIn(bytes)).values();
    expectTotals(totals, screen.reports[FORM]);
    const docx = await exported(CONSOLIDATOR, 'provisional', 'docx');
    expect(docx.response.headers.get('content-disposition')).toContain('TAM-TINH_');
    expect(docx.bytes.subarray(0, 2).toString()).toBe('PK');
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

    const { response, bytes } = await exported(CITY, '1');
    expect(response.headers.get('content-disposition')).not.toContain('TAM-TINH');
    const totals = [...(await totalsIn(bytes)).values()];
    expect(totals).toHaveLength(2);
    for (const [index, unitId] of [CITY, CONSOLIDATOR].entries()) {
      const screen = await succeed<Consolidation>('GET', `${nodePath(unitId)}/consolidations/1`);
      expectTotals(totals[index], screen.reports[FORM]);
    }
    const text = (await readXlsx(bytes)).map(({ data }) => data.flat().join(' ')).join(' ');
    expect(text).not.toMatch(/tạm tính/i);
    for (const { unitName } of (await table()).rows) expect(text).toContain(unitName);
  });

  it('is not there for a unit beside', async () => {
    const key = await keyFor(
      inject('stack').databaseUrl,
      children.find((unit) => unit.includes('commune')) ?? '',
      SCOPES,
    );
    for (const path of ['table', `narrative/${FORM}/ket-qua-chinh`, 'consolidations/1/export']) {
      const answer = await call('GET', `${nodePath(CONSOLIDATOR)}/${path}`, { key });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

function expectTotals(cells: readonly unknown[] | undefined, report: ConsolidatedReport | undefined): void {
  // as the form has them: a stored record has no order
  const values = INDICATORS.map((id) => report?.indicators[id]?.value ?? null);
  expect(values.filter((value) => value !== null)).toHaveLength(4);
  let at = 0;
  for (const value of values) {
    for (const number of numbersOf(value)) {
      expect(cells?.[at] ?? null).toBe(number);
      at += 1;
    }
    // a ratio's third cell is its percentage
    if (value?.kind === 'ratio') at += 1;
  }
}
