import { expect, it } from 'vitest';
import { loadExpectations } from '../../expected/load.ts';
import { play } from '../lives/play.ts';
import { definitionIdOf, startRehearsal } from '../lives/rehearsal.ts';
import {
  type Desk,
  deskOf,
  exported,
  expectTotals,
  expectWordTotals,
  nodePath,
  screenOf,
  totalsIn,
} from './exported.ts';

const ROOT = 'vn-bct';
const example = loadExpectations().find(({ key }) => key === 'bon-cap-2024');

it('a campaign of four levels as a file has a sheet for each level, and in each the totals that its units filed', async () => {
  if (example === undefined) throw new Error('no example of four levels');
  const { template, ...start } = example.start;
  const its = await startRehearsal({ ...start, definitionId: await definitionIdOf(template) });
  expect(await play(its, example)).toEqual([]);

  const ministry = await deskOf(its.id, ROOT);
  const [form] = ministry.forms;
  if (form === undefined) throw new Error('no form');
  const below = async (desks: readonly Desk[]): Promise<readonly Desk[]> => {
    const units = desks.flatMap(({ rows }) =>
      rows.filter(({ consolidates, counts }) => consolidates && counts),
    );
    return Promise.all(units.map(({ unitId }) => deskOf(its.id, unitId)));
  };
  const provinces = await below([ministry]);
  const districts = await below(provinces);
  expect([provinces.length, districts.length]).toEqual([2, 3]);

  for (const revision of ['provisional', 2] as const) {
    const { response, bytes } = await exported(nodePath(its.id, ROOT), String(revision));
    expect(response.status).toBe(200);
    const [own, ...lower] = await totalsIn(bytes);
    const screen = await screenOf(nodePath(its.id, ROOT), revision);
    expect(own).toHaveLength(1);
    expectTotals(own?.[0]?.cells ?? [], form, screen);
    expect(lower.map((level) => level.map(({ unitName }) => unitName))).toEqual(
      [provinces, districts].map((desks) => desks.map(({ unitName }) => unitName)),
    );
    for (const [at, desks] of [provinces, districts].entries()) {
      for (const [index, { unitId, submittedRevision }] of desks.entries()) {
        const filed = await screenOf(nodePath(its.id, unitId), submittedRevision);
        expectTotals(lower[at]?.[index]?.cells ?? [], form, filed);
      }
    }
    const word = await exported(nodePath(its.id, ROOT), String(revision), 'docx');
    await expectWordTotals(word.bytes, form, screen);
  }
});
