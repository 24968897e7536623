import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type ActContext,
  createDefinition,
  getDefinition,
  getVersion,
  listDefinitions,
  listVersions,
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
});
