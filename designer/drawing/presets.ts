import { DrawingNode, type ObligationRule, type Selector, UnitId } from '#model';
import type { Draft } from './command.ts';

/** What the palette offers: a usual kind of addressee, named in the locale under `tools.preset_<key>`. */
export interface Preset {
  readonly key: string;
  readonly chain: string;
  readonly select: Selector;
}

const kinds = (...unitKinds: string[]): Selector => ({
  kind: 'ofKind',
  unitKinds,
  within: 'parent',
  where: [],
});

export const PRESETS = [
  // provinces stand below the nation, not below the ministry that addresses them
  {
    key: 'province',
    chain: 'state',
    select: { kind: 'ofKind', unitKinds: ['province'], within: UnitId.parse('vn'), where: [] },
  },
  { key: 'department', chain: 'state', select: kinds('department') },
  { key: 'district', chain: 'state', select: kinds('district') },
  { key: 'commune', chain: 'state', select: kinds('commune') },
  {
    key: 'offices',
    chain: 'state',
    select: kinds('district-office', 'public-service-unit', 'mass-organisation'),
  },
  {
    key: 'schools',
    chain: 'state',
    select: kinds(
      'preschool',
      'primary-school',
      'lower-secondary-school',
      'vocational-continuing-education-centre',
    ),
  },
  { key: 'enterprises', chain: 'state', select: kinds('enterprise') },
  { key: 'list', chain: 'state', select: { kind: 'list', units: [] } },
  { key: 'front', chain: 'front', select: kinds('front') },
  { key: 'criterion', chain: 'state', select: { kind: 'criterion', where: [], within: 'parent' } },
] as const satisfies readonly Preset[];
export type PresetKey = (typeof PRESETS)[number]['key'];

interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly preset: Preset;
  readonly parent: string;
}

/** As complete as can be said beforehand: it owes what its siblings owe, else the first report of the drawing. */
export function emptyLevel({ id, name, preset, parent }: Wanted, { definition }: Draft): DrawingNode {
  const sibling = definition.nodes.find((node) => node.parent === parent && node.obligations.length > 0);
  const above = definition.nodes.find((node) => node.id === parent);
  const [first] = definition.reports;
  const obligations: Pick<ObligationRule, 'report' | 'due'>[] =
    sibling?.obligations.filter(({ members }) => members.kind === 'all') ??
    (first === undefined ? [] : [{ report: first.id, due: dueBelow(above) }]);
  const { chain, select } = preset;
  return DrawingNode.parse({ id, name, parent, chain, select, obligations });
}

/** Below a level that owes a date: some days earlier. Below the top nobody can know it but the designer. */
const dueBelow = (above: DrawingNode | undefined): ObligationRule['due'] =>
  above !== undefined && above.obligations.length > 0
    ? { kind: 'lead', workingDays: 3 }
    : { kind: 'unknown' };
