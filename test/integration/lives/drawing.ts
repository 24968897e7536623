import { createPool } from '#db';
import { inject } from 'vitest';
import { calendarsInForce, loadOrganisation } from '#db';
import { type CanonicalState, civilDateOf, compile, type ScriptedAct, simulate } from '#engine';
import { Definition, type DefinitionInput } from '#model';
import { succeed } from '../../harness/api-client.ts';
import { valueOf } from '../../harness/value-of.ts';
import type { Campaign } from './shapes.ts';

/** A board `<name>`, an office beside it, two teams below, three members below each: `<name>-b0-m1`, `<name>-b1`, `<name>-office`. */
export async function importOrganisation(name: string): Promise<void> {
  const line = (id: string, kind: string, parent: string): string =>
    `${id},${id},Đơn vị ${id},${kind},state,${parent}`;
  const teams = ['b0', 'b1'].flatMap((team) => [
    line(`${name}-${team}`, `${name}-team`, name),
    ...['m0', 'm1', 'm2'].map((member) =>
      line(`${name}-${team}-${member}`, `${name}-member`, `${name}-${team}`),
    ),
  ]);
  const lines = [
    'id,code,name,kind,chain,parentId',
    line(name, `${name}-root`, ''),
    line(`${name}-office`, `${name}-office`, name),
  ];
  const csv = `${[...lines, ...teams].join('\n')}\n`;
  const { previewHash } = await succeed<{ previewHash: string }>('POST', '/api/unit-imports/preview', {
    body: { csv },
  });
  await succeed('POST', '/api/unit-imports', { body: { csv, previewHash } });
}

type Node = DefinitionInput['nodes'][number];
type Obligations = NonNullable<Node['obligations']>;

/** The drawing over that organisation; each test says what its two levels owe. */
export function twoLevels(
  name: string,
  levels: { readonly teams: Obligations; readonly members: Obligations } & Partial<DefinitionInput>,
): Definition {
  const { teams, members, ...more } = levels;
  const level = (id: string, parent: string, obligations: Obligations): Node => ({
    id,
    name: `Cấp ${id}`,
    parent,
    select: { kind: 'ofKind', unitKinds: [`${name}-${id}`] },
    tasks: [{ id: `${id}-lam`, text: 'Thực hiện và báo cáo.', proof: 'report' }],
    consolidation: { sign: 'automatic' },
    obligations,
  });
  return Definition.parse({
    formatVersion: 1,
    key: name,
    title: `Đợt thử ${name}`,
    reports: [FIGURES],
    nodes: [
      {
        id: 'root',
        name: 'Ban',
        parent: null,
        select: { kind: 'root' },
        consolidation: { sign: 'automatic' },
      },
      level('team', 'root', teams),
      level('member', 'team', members),
    ],
    ...more,
  });
}

/** One figure, and one that may be left out. */
export const FIGURES = {
  id: 'so-lieu',
  title: 'Báo cáo số liệu',
  kind: 'thematic' as const,
  indicators: [
    { id: 'su-kien', label: 'Số sự kiện', type: 'number' as const, aggregate: 'sum' as const },
    {
      id: 'kinh-phi',
      label: 'Kinh phí',
      type: 'number' as const,
      decimals: 1,
      required: false,
      aggregate: 'sum' as const,
    },
  ],
};

/** Creates and publishes; the id to start from. */
export async function publish(definition: Definition): Promise<string> {
  const made = await succeed<{ id: string; draftRevision: number }>('POST', '/api/definitions', {
    body: { definition },
  });
  const body = { expectedRevision: made.draftRevision };
  await succeed('POST', `/api/definitions/${made.id}/versions`, { body });
  return made.id;
}

/** Where the pure engine ends when the same acts are played to it, at the campaign's present instant. */
export async function simulated(
  campaignId: string,
  { definition, acts }: { definition: Definition; acts: readonly ScriptedAct[] },
): Promise<CanonicalState> {
  const campaign = await succeed<Campaign & { rootUnitId: string; startedAt: string }>(
    'GET',
    `/api/campaigns/${campaignId}`,
  );
  const { rootUnitId, startedAt: startAt, now: until } = campaign;
  const pool = createPool(inject('stack').databaseUrl);
  try {
    const units = await loadOrganisation(pool, civilDateOf(startAt));
    const calendars = await calendarsInForce(pool);
    const plan = valueOf(compile({ definition, units, calendars, rootUnitId, startAt, parameters: {} }));
    return simulate({ plan, definition, calendars, behaviour: { kind: 'scripted', acts }, until })
      .canonicalState;
  } finally {
    await pool.end();
  }
}
