import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ActContext, applyUnitImport, getUnit, listUnits, previewUnitImport, seed } from '#acts';
import { loadOrganisation } from '#db';
import { fold } from '#model';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let ctx: ActContext;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'units');
  ctx = { pool: database.pool, principal: operator };
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
});
afterAll(() => database.drop());

async function imported(csv: string, as = ctx) {
  const { previewHash, problems } = valueOf(await previewUnitImport(as, { csv }));
  expect(problems).toEqual([]);
  return valueOf(await applyUnitImport(as, { csv, previewHash }));
}

describe('the directory of units', () => {
  it('finds names without accents and with another placement of the tone, and codes', async () => {
    const found = async (q: string) =>
      valueOf(await listUnits(ctx, { q, kind: 'commune', under: '2024-district-058' })).items.map(
        ({ name }) => name,
      );
    expect(await found('duc xuan')).toEqual(['Phường Đức Xuân']);
    expect(await found('XUẤT HOÁ')).toEqual(['Phường Xuất Hóa']);
    expect(await found('01843')).toEqual(['Phường Phùng Chí Kiên']);
    expect(await found('%')).toEqual([]);
    const offices = valueOf(await listUnits(ctx, { q: 'Tài chính – Kế hoạch' }));
    expect(offices.items.map(({ id }) => id)).toContain('bk-phong-tai-chinh');
  });

  it('folds in SQL as in TypeScript: every name, Đ and đ, composed letters and decomposed ones', async () => {
    const { rows } = await database.pool.query<{ name: string; folded: string }>(
      'SELECT name, name_folded AS folded FROM unit',
    );
    expect(rows.length).toBeGreaterThan(13_000);
    expect(rows.filter(({ name, folded }) => folded !== fold(name))).toEqual([]);
    for (const text of ['ĐẮK LẮK, đường Ỷ Ngừng', 'Ô Môn', 'phường Phú Thượng']) {
      for (const form of ['NFC', 'NFD'] as const) {
        const sql = await database.pool.query<{ said: string }>('SELECT fold($1) AS said', [
          text.normalize(form),
        ]);
        expect(sql.rows[0]?.said).toBe(fold(text));
      }
    }
  });

  it('pages through all communes of a province once, in Vietnamese order', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { under: '2024-province-06', kind: 'commune', at: '2024-11-20', limit: 25, cursor };
      const page = valueOf(await listUnits(ctx, query));
      names.push(...page.items.map(({ name, id }) => `${name} ${id}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([names.length, new Set(names).size]).toEqual([108, 108]);
    expect(names.map((name) => name.split(' 2024')[0])).toEqual(
      names.map((name) => name.split(' 2024')[0] ?? '').sort(new Intl.Collator('vi').compare),
    );
    expect(codesOf(await listUnits(ctx, { cursor: 'xyz' }))).toEqual(['api.badCursor']);
  });

  it('shows the way up, the way down and what became of a unit', async () => {
    const unit = valueOf(await getUnit(ctx, '2024-commune-01840'));
    expect(unit.ancestors.map(({ id }) => id)).toEqual(['vn', '2024-province-06', '2024-district-058']);
    expect(unit.successors.map(({ id }) => id)).toHaveLength(1);
    expect(
      valueOf(await getUnit(ctx, unit.successors[0]?.id ?? '')).predecessors.map(({ id }) => id),
    ).toContain(unit.id);
    expect(codesOf(await getUnit(ctx, 'no-such'))).toEqual(['organisation.notFound']);
  });

  it('loads the organisation of a day', async () => {
    const kinds = async (date: string) => {
      const units = await loadOrganisation(database.pool, date);
      return ['province', 'district', 'commune'].map(
        (kind) => units.filter((unit) => unit.kind === kind && unit.id.startsWith('20')).length,
      );
    };
    expect(await kinds('2025-06-30')).toEqual([63, 696, 10_035]);
    expect(await kinds('2025-07-01')).toEqual([34, 0, 3321]);
  });
});

describe('importing units', () => {
  it('renames with the former name and its last day, which is found by search', async () => {
    const outcome = await imported(
      'code,name,kind,type,validFrom,nameFrom\n75,Thành phố Đồng Nai,province,Thành phố,2025-07-01,30/04/2026',
    );
    expect(outcome).toMatchObject({ added: 0, renamed: 1, moved: 0 });
    const unit = valueOf(await getUnit(ctx, '2025-province-75'));
    expect([unit.name, unit.formerNames]).toEqual([
      'Thành phố Đồng Nai',
      [{ name: 'Tỉnh Đồng Nai', type: 'Tỉnh', untilDate: '2026-04-29' }],
    ]);
    expect(
      valueOf(await listUnits(ctx, { q: 'tinh dong nai', at: '2026-05-01' })).items.map(({ id }) => id),
    ).toEqual([unit.id]);
  });

  it('moves a whole branch: everything below follows', async () => {
    await imported(
      'id,code,name,kind,parentId\nt-a,TA,A,office,vn\nt-b,TB,B,office,vn\nt-c,TC,C,office,t-a\nt-d,TD,D,office,t-c',
    );
    await imported('id,code,name,kind,parentId\nt-c,TC,C,office,t-b');
    expect(valueOf(await getUnit(ctx, 't-d')).ancestors.map(({ id }) => id)).toEqual(['vn', 't-b', 't-c']);
    expect(valueOf(await listUnits(ctx, { under: 't-a' })).items).toEqual([]);
  });

  it('changes nothing when one line is wrong', async () => {
    const csv = 'id,code,name,kind,parentId\nt-e,TE,E,office,vn\nt-f,TF,F,office,nowhere';
    const { previewHash } = valueOf(await previewUnitImport(ctx, { csv }));
    expect(codesOf(await applyUnitImport(ctx, { csv, previewHash }))).toEqual(['organisation.unknownParent']);
    expect(codesOf(await getUnit(ctx, 't-e'))).toEqual(['organisation.notFound']);
  });

  it('refuses what was not previewed: another file, or units that changed in between', async () => {
    const csv = 'id,code,name,kind,parentId\nt-g,TG,G,office,vn';
    const { previewHash } = valueOf(await previewUnitImport(ctx, { csv }));
    expect(codesOf(await applyUnitImport(ctx, { csv: `${csv}\n`, previewHash }))).toEqual([
      'organisation.previewConflict',
    ]);
    await imported(csv);
    expect(codesOf(await applyUnitImport(ctx, { csv, previewHash }))).toEqual([
      'organisation.previewConflict',
    ]);
  });

  it('is for units of one’s own subtree', async () => {
    const principal = { ...operator, unitId: '2025-province-04' };
    const mine = 'id,code,name,kind,parentId\nt-h,TH,H,office,2025-province-04\nt-i,TI,I,office,t-h';
    expect(await imported(mine, { ...ctx, principal })).toMatchObject({ added: 2 });
    const theirs =
      'id,code,name,kind,parentId\nt-j,TJ,J,office,2025-province-01\nt-a,TA,X,office,2025-province-04';
    const { problems } = valueOf(await previewUnitImport({ ...ctx, principal }, { csv: theirs }));
    expect(problems.map(({ code, params }) => `${code} ${params['id']}`)).toEqual([
      'organisation.outsideScope t-j',
      'organisation.outsideScope t-a',
    ]);
    const reader = { ...operator, scopes: ['read'] as const };
    expect(codesOf(await previewUnitImport({ ...ctx, principal: reader }, { csv: mine }))).toEqual([
      'api.forbidden',
    ]);
  });

  it('renames every commune of a province at once', async () => {
    const communes = valueOf(
      await listUnits(ctx, { under: '2025-province-01', kind: 'commune', limit: 500 }),
    ).items;
    const lines = communes.map(({ code, name }) => `${code},${name} mới,commune,2025-07-01`);
    const outcome = await imported(['code,name,kind,validFrom', ...lines].join('\n'));
    expect(outcome.renamed).toBe(communes.length);
  });
});
