import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type ActContext,
  createDefinition,
  getDefinition,
  getVersion,
  listDefinitions,
  listVersions,
  offerTemplate,
  publishDefinition,
  saveDraft,
  seed,
  validateDefinition,
} from '#acts';
import { TEMPLATES } from '#templates';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let ctx: ActContext;
const template = TEMPLATES.find(({ key }) => key === 'bac-kan-2024') ?? TEMPLATES[0];
const drawing = (key: string) => ({ ...template?.definition, key, title: `Bản vẽ ${key}` });

beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'definitions');
  const principal = {
    ...operator,
    kind: 'person',
    id: 'person:designer',
    unitId: '2024-district-058',
  } as const;
  ctx = { pool: database.pool, principal };
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
});
afterAll(() => database.drop());

const created = async (key: string) => valueOf(await createDefinition(ctx, { definition: drawing(key) }));

describe('definitions', () => {
  it('ship as templates that are published, readable by all and writable by none', async () => {
    const { items } = valueOf(await listDefinitions(ctx));
    expect(
      items.filter((item) => item.template).map(({ key, latestVersion }) => `${key} ${latestVersion}`),
    ).toHaveLength(7);
    const shipped = items.find(({ key }) => key === 'bac-kan-2024');
    const save = { id: shipped?.id ?? '', expectedRevision: 1, definition: drawing('bac-kan-2024') };
    expect(codesOf(await saveDraft(ctx, save))).toEqual(['definition.notYours']);
  });

  it('are saved only over the revision that was edited', async () => {
    const { id } = await created('luu-nhap');
    const edit = { id, definition: { ...drawing('luu-nhap'), title: 'Sửa' } };
    expect(valueOf(await saveDraft(ctx, { ...edit, expectedRevision: 1 }))).toMatchObject({
      draftRevision: 2,
      title: 'Sửa',
    });
    expect(codesOf(await saveDraft(ctx, { ...edit, expectedRevision: 1 }))).toEqual(['definition.conflict']);
  });

  it('saved by two at once keep one and tell the other', async () => {
    const { id } = await created('hai-nguoi');
    const save = (title: string) =>
      saveDraft(ctx, { id, expectedRevision: 1, definition: { ...drawing('hai-nguoi'), title } });
    const results = await Promise.all([save('một'), save('hai')]);
    expect(results.flatMap(codesOf)).toEqual(['definition.conflict']);
  });

  it('have keys of their own', async () => {
    await created('trung-khoa');
    expect(codesOf(await createDefinition(ctx, { definition: drawing('trung-khoa') }))).toEqual([
      'definition.keyTaken',
    ]);
    const { id } = await created('khoa-khac');
    const save = { id, expectedRevision: 1, definition: drawing('trung-khoa') };
    expect(codesOf(await saveDraft(ctx, save))).toEqual(['definition.keyTaken']);
  });

  it('are published once per content, layout apart, and versions never change', async () => {
    const { id } = await created('phat-hanh');
    const first = valueOf(await publishDefinition(ctx, { id, expectedRevision: 1 }));
    expect(first).toMatchObject({ version: 1, created: true });
    expect(valueOf(await publishDefinition(ctx, { id, expectedRevision: 1 }))).toMatchObject({
      version: 1,
      created: false,
    });
    const moved = { ...drawing('phat-hanh'), layout: { nodes: { x: { x: 1, y: 2, locked: true } } } };
    await saveDraft(ctx, { id, expectedRevision: 1, definition: moved });
    expect(valueOf(await publishDefinition(ctx, { id, expectedRevision: 2 })).created).toBe(false);
    await saveDraft(ctx, { id, expectedRevision: 2, definition: { ...moved, summary: 'khác' } });
    expect(valueOf(await publishDefinition(ctx, { id, expectedRevision: 3 }))).toMatchObject({
      version: 2,
      created: true,
    });
    expect(valueOf(await listVersions(ctx, id)).map(({ version }) => version)).toEqual([2, 1]);
    expect(valueOf(await getVersion(ctx, { id, version: 1 }))).toMatchObject({
      hash: first.hash,
      body: { summary: template?.definition.summary },
    });
    expect(codesOf(await getVersion(ctx, { id, version: 3 }))).toEqual(['definition.versionNotFound']);
  });

  it('with errors are kept as drafts but not published', async () => {
    const { id } = await created('co-loi');
    const nodes = (template?.definition.nodes ?? []).map((node, index) =>
      index === 1 ? { ...node, parent: 'khong-co' } : node,
    );
    const definition = { ...drawing('co-loi'), nodes };
    const problems = valueOf(await validateDefinition(ctx, { definition }));
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    valueOf(await saveDraft(ctx, { id, expectedRevision: 1, definition }));
    expect((await publishDefinition(ctx, { id, expectedRevision: 2 })).ok).toBe(false);
    expect(valueOf(await getDefinition(ctx, id)).latestVersion).toBe(0);
  });

  it('that do not follow the format are refused with the place', async () => {
    const definition = { ...drawing('hong'), nodes: [{ id: 'A B' }] };
    const result = await createDefinition(ctx, { definition });
    expect(result.ok ? [] : result.problems.map(({ path }) => path.join('.'))).toContain(
      'definition.nodes.0.id',
    );
  });

  it('of a newer format are refused wherever they come in, and draft files that are no drawing too', async () => {
    const newer = { ...drawing('moi-hon'), formatVersion: 2 };
    const { id } = await created('cu');
    const ways = [
      createDefinition(ctx, { definition: newer }),
      saveDraft(ctx, { id, expectedRevision: 1, definition: newer }),
    ];
    for (const way of ways) expect(codesOf(await way)).toEqual(['definition.versionTooNew']);
    const [problem] = valueOf(await validateDefinition(ctx, { definition: newer }));
    expect(problem).toMatchObject({
      code: 'definition.versionTooNew',
      path: ['definition', 'formatVersion'],
    });
    expect(codesOf(await createDefinition(ctx, { definition: 'x' }))).toEqual(['definition.notADefinition']);
    const directive = { type: 5 };
    const letter = await createDefinition(ctx, { definition: drawing('thu-hong'), directive });
    expect(new Set(codesOf(letter))).toEqual(new Set(['directive.schema']));
  });

  it('of another unit are not found', async () => {
    const { id } = await created('cua-toi');
    const stranger = { ...ctx, principal: { ...ctx.principal, unitId: '2024-province-01' } };
    expect(codesOf(await getDefinition(stranger, id))).toEqual(['definition.notFound']);
    const colleague = { ...ctx, principal: { ...ctx.principal, unitId: '2024-province-06' } };
    expect(
      codesOf(await saveDraft(colleague, { id, expectedRevision: 1, definition: drawing('cua-toi') })),
    ).toEqual(['definition.notYours']);
  });

  it('name their owner and who saved and published them', async () => {
    const { id } = await created('ten-nguoi');
    await publishDefinition(ctx, { id, expectedRevision: 1 });
    const known = { ...ctx, principal: { ...ctx.principal, id: 'person:vd-thiet-ke-bk' } };
    await saveDraft(known, { id, expectedRevision: 1, definition: drawing('ten-nguoi') });
    expect(valueOf(await getDefinition(ctx, id))).toMatchObject({
      ownerName: 'Thành phố Bắc Kạn',
      updatedByName: 'Ví dụ: người thiết kế quy trình, UBND thành phố Bắc Kạn',
    });
    // published by somebody that no table knows
    expect(valueOf(await listVersions(ctx, id))).toMatchObject([{ version: 1, publishedByName: null }]);
  });
});

describe('templates of a unit', () => {
  it('are copies kept by their owner, who may still change them and take them out of the gallery', async () => {
    const kept = valueOf(await createDefinition(ctx, { definition: drawing('mau-cua-toi'), template: true }));
    expect(kept).toMatchObject({ template: true, ownerUnitId: '2024-district-058' });
    const edit = { id: kept.id, expectedRevision: 1, definition: drawing('mau-cua-toi') };
    expect(valueOf(await saveDraft(ctx, edit)).draftRevision).toBe(2);
    const out = valueOf(await offerTemplate(ctx, { id: kept.id, template: false }));
    expect(out).toMatchObject({ template: false, draftRevision: 2 });
    expect(valueOf(await offerTemplate(ctx, { id: kept.id, template: true })).template).toBe(true);
  });

  it('are written down in the audit trail, once per change', async () => {
    const { id } = await created('mau-nhat-ky');
    for (const template of [true, true, false]) await offerTemplate(ctx, { id, template });
    const { rows } = await database.pool.query<{ before: unknown; after: unknown }>(
      `SELECT before, after FROM audit WHERE act = 'definition.template' AND subject = $1 ORDER BY at`,
      [id],
    );
    expect(rows).toEqual([
      { before: { template: false }, after: { template: true } },
      { before: { template: true }, after: { template: false } },
    ]);
  });

  it('are changed by nobody else, and shipped ones by nobody', async () => {
    const { id } = await created('mau-nguoi-khac');
    const above = { ...ctx, principal: { ...ctx.principal, unitId: '2024-province-06' } };
    expect(codesOf(await offerTemplate(above, { id, template: true }))).toEqual(['definition.notYours']);
    const stranger = { ...ctx, principal: { ...ctx.principal, unitId: '2024-province-01' } };
    expect(codesOf(await offerTemplate(stranger, { id, template: true }))).toEqual(['definition.notFound']);
    const reader = { ...ctx, principal: { ...ctx.principal, scopes: ['read'] as const } };
    expect(codesOf(await offerTemplate(reader, { id, template: true }))).toEqual(['api.forbidden']);
    const { items } = valueOf(await listDefinitions(ctx));
    const shipped = items.find((item) => item.template && item.ownerUnitId === null);
    const out = { id: shipped?.id ?? '', template: false };
    expect(codesOf(await offerTemplate(ctx, out))).toEqual(['definition.notYours']);
    const whole = { ...ctx, principal: { ...operator, unitId: null } };
    expect(codesOf(await offerTemplate(whole, out))).toEqual(['definition.notYours']);
  });

  it('need an owner: nobody makes a shipped one', async () => {
    const whole = { ...ctx, principal: { ...operator, unitId: null } };
    const made = await createDefinition(whole, { definition: drawing('khong-chu'), template: true });
    expect(codesOf(made)).toEqual(['definition.templateWithoutOwner']);
    const { id } = valueOf(await createDefinition(whole, { definition: drawing('khong-chu') }));
    expect(codesOf(await offerTemplate(whole, { id, template: true }))).toEqual(['definition.notYours']);
  });

  it('with the key of a shipped one are left alone when that is loaded anew', async () => {
    await database.pool.query(`UPDATE definition SET key = 'heza-cu' WHERE key = 'heza-2024'`);
    const { id } = valueOf(await createDefinition(ctx, { definition: drawing('heza-2024'), template: true }));
    await database.pool.query(`DELETE FROM seeded WHERE key = 'template/heza-2024'`);
    const said: string[] = [];
    await seed({ pool: database.pool, dataDir: null, log: (line) => said.push(line) });
    expect(said.join()).toContain('template skipped: its key is taken');
    expect(valueOf(await getDefinition(ctx, id))).toMatchObject({
      title: 'Bản vẽ heza-2024',
      draftRevision: 1,
    });
  });
});
