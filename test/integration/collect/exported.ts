import readXlsx from 'read-excel-file/node';
import { expect, inject } from 'vitest';
import { type ConsolidatedReport, formatVi, percentOf } from '#engine';
import type { Indicator, ReportForm, Value } from '#model';
import { succeed } from '../../harness/api-client.ts';
import { readWord } from '../../documents/word-file.ts';

/** A consolidating unit of a campaign, with what is read of its table. */
export interface Desk {
  readonly unitId: string;
  readonly unitName: string;
  readonly forms: readonly ReportForm[];
  readonly submittedRevision: number;
  readonly rows: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly obligationId: string;
    readonly revision: number;
    readonly consolidates: boolean;
    readonly counts: boolean;
  }[];
  readonly coverage: { readonly missing: readonly { readonly unitName: string }[] };
}

export const nodePath = (campaignId: string, unitId: string): string =>
  `/api/campaigns/${campaignId}/periods/once/units/${unitId}`;

export const deskOf = (campaignId: string, unitId: string): Promise<Desk> =>
  succeed('GET', `${nodePath(campaignId, unitId)}/table`);

/** What the screen says of a revision (or, `provisional`, of now), for the only form that is asked for. */
export async function screenOf(node: string, revision: number | 'provisional'): Promise<ConsolidatedReport> {
  const path = revision === 'provisional' ? 'provisional' : `consolidations/${revision}`;
  const { reports } = await succeed<{ reports: Readonly<Record<string, ConsolidatedReport>> }>(
    'GET',
    `${node}/${path}`,
  );
  const [report, ...more] = Object.values(reports);
  if (report === undefined || more.length > 0) throw new Error('not one form');
  return report;
}

export async function exported(node: string, revision: string, format = 'xlsx') {
  const path = `${node}/consolidations/${revision}/export?format=${format}`;
  const response = await fetch(new URL(path, inject('stack').apiUrl), {
    headers: { authorization: `Bearer ${inject('stack').serviceKey}` },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

export interface SheetTotal {
  /** Null on the first level, which is of one unit. */
  readonly unitName: string | null;
  readonly cells: readonly unknown[];
}

/** The rows of totals of each sheet of a level, from the first level down. */
export async function totalsIn(bytes: Buffer): Promise<(readonly SheetTotal[])[]> {
  const sheets = (await readXlsx(bytes)).filter(({ sheet }) => sheet.startsWith('Cấp '));
  return sheets.map(({ data }, above) => {
    const leading = above === 0 ? 3 : 4;
    const totals = data.filter((row) => row[leading - 2] === 'Tổng hợp');
    return totals.map((row) => ({
      unitName: above === 0 ? null : String(row[1]),
      cells: row.slice(leading),
    }));
  });
}

/** Every total of the form, in the file as on the screen. */
export function expectTotals(cells: readonly unknown[], form: ReportForm, report: ConsolidatedReport): void {
  const said = form.indicators.flatMap(({ id, type }) => inCells(report.indicators[id]?.value ?? null, type));
  expect(cells).toEqual(said);
}

function shareOf({ numerator, denominator }: { numerator: string; denominator: string }): number | null {
  const share = percentOf(numerator, denominator);
  return share === null ? null : Number(share);
}

function inCells(value: Value | null, type: Indicator['type']): readonly (number | string | null)[] {
  if (value === null) return type === 'ratio' ? [null, null, null] : [null];
  switch (value.kind) {
    case 'number':
      return [Number(value.value)];
    case 'ratio':
      return [Number(value.numerator), Number(value.denominator), shareOf(value)];
    case 'list':
      return [value.items.join('; ')];
    case 'text':
      return [value.text];
    case 'yesNo':
      return [value.yes ? 'Có' : 'Không'];
  }
}

/** Every total of the form, in the Word file as on the screen. */
export async function expectWordTotals(
  bytes: Buffer,
  form: ReportForm,
  report: ConsolidatedReport,
): Promise<void> {
  const { paragraphs } = await readWord(bytes);
  const texts = paragraphs.filter(({ where }) => where.startsWith('table ')).map(({ text }) => text);
  // a wide table stands in pieces one after the other, each with its row of totals
  const found = texts.flatMap((text, at) => (text === 'Tổng hợp' ? [at] : []));
  expect(found.length).toBeGreaterThan(0);
  const size = Math.ceil(form.indicators.length / found.length);
  const written = found.flatMap((at, piece) =>
    texts.slice(at + 1, at + 1 + form.indicators.slice(piece * size, (piece + 1) * size).length),
  );
  const said = form.indicators.map((indicator) =>
    inWords(report.indicators[indicator.id]?.value ?? null, indicator),
  );
  expect(written).toEqual(said);
}

function inWords(value: Value | null, { aggregate, decimals }: Indicator): string {
  if (value === null) return '–';
  if (value.kind === 'number')
    return formatVi(value.value, aggregate === 'average' ? decimals + 2 : decimals);
  if (value.kind === 'ratio') {
    const share = percentOf(value.numerator, value.denominator);
    const parts = `${formatVi(value.numerator)}/${formatVi(value.denominator)}`;
    return share === null ? parts : `${parts} (${formatVi(share)}\u00a0%)`;
  }
  return String(inCells(value, 'text')[0]);
}
