import { Definition, type DefinitionInput } from '#model';

/** What a fan-out campaign needs: one unit that passes on, and `size` recipients that only report. */
export interface FanOut {
  readonly rootUnitId: string;
  /** For the import of units. */
  readonly csv: string;
  readonly unitIds: readonly string[];
}

export function fanOut(name: string, size: number): FanOut {
  const rootUnitId = `test-${name}`;
  const unitIds = Array.from({ length: size }, (_, n) => `test-${name}-${n}`);
  const lines = [
    'id,code,name,kind,chain,parentId',
    `${rootUnitId},${name},Đơn vị thử ${name},test-board,state,`,
    ...unitIds.map(
      (id, n) => `${id},${name}-${n},Đơn vị thử ${name} số ${n},test-member,state,${rootUnitId}`,
    ),
  ];
  return { rootUnitId, csv: `${lines.join('\n')}\n`, unitIds };
}

/** A root, boards that pass on and add up, and members that report: ids `test-<name>-b<n>` and `…-b<n>-m<n>`. */
export function twoLevels(name: string, boards: number, members: number): FanOut {
  const rootUnitId = `test-${name}`;
  const unitIds: string[] = [];
  const lines = [
    'id,code,name,kind,chain,parentId',
    `${rootUnitId},${name},Đơn vị thử ${name},test-root,state,`,
  ];
  for (let board = 0; board < boards; board += 1) {
    const id = `${rootUnitId}-b${board}`;
    lines.push(`${id},${name}-b${board},Ban thử ${name} số ${board},test-board,state,${rootUnitId}`);
    for (let member = 0; member < members; member += 1) {
      const unitId = `${id}-m${member}`;
      lines.push(
        `${unitId},${name}-b${board}-m${member},Đơn vị thử ${name} số ${board}.${member},test-member,state,${id}`,
      );
      unitIds.push(unitId);
    }
  }
  return { rootUnitId, csv: `${lines.join('\n')}\n`, unitIds };
}

/** When the reports of a test drawing are due, in the calendar that knows no day off. */
export interface Timing {
  readonly date: string;
  readonly time: string;
  /** Times of the same day. */
  readonly reminders: readonly string[];
  readonly escalation: string;
}

type Drawn = Pick<DefinitionInput, 'nodes'>['nodes'];

/** One level of recipients below the root; what they report is counted together and signed by the engine. */
export function fanOutDefinition(key: string, timing: Timing): Definition {
  return drawing(key, [ROOT, group({ id: 'members', parent: 'root', unitKind: 'test-member' }, timing)]);
}

/** The same with boards between, which owe what their members gave them by the later of the two dates. */
export function twoLevelsDefinition(key: string, below: Timing, above: Timing): Definition {
  return drawing(key, [
    ROOT,
    group({ id: 'boards', parent: 'root', unitKind: 'test-board' }, above),
    group({ id: 'members', parent: 'boards', unitKind: 'test-member' }, below),
  ]);
}

const AUTOMATIC = { sign: 'automatic', when: 'allAcceptedOrDue' } as const;
const ROOT: Drawn[number] = {
  id: 'root',
  name: 'Đơn vị phát động',
  parent: null,
  select: { kind: 'root' },
  consolidation: AUTOMATIC,
};

function group(drawn: { id: string; parent: string; unitKind: string }, timing: Timing): Drawn[number] {
  const at = (time: string) => ({ unit: 'workingDays' as const, offset: 0, time });
  return {
    id: drawn.id,
    name: `Nhóm ${drawn.id}`,
    parent: drawn.parent,
    select: { kind: 'ofKind', unitKinds: [drawn.unitKind] },
    tasks: [{ id: `act-${drawn.id}`, text: 'Thực hiện và báo cáo.', proof: 'report' }],
    consolidation: AUTOMATIC,
    obligations: [
      {
        report: 'figures',
        due: { kind: 'date', date: timing.date, time: timing.time, bound: 'before' },
        acceptance: 'automatic',
        reminders: timing.reminders.map(at),
        escalation: at(timing.escalation),
      },
    ],
  };
}

function drawing(key: string, nodes: Drawn): Definition {
  return Definition.parse({
    formatVersion: 1,
    key,
    title: `Chiến dịch thử ${key}`,
    calendar: { id: 'always', onDayOff: 'asWritten' },
    reports: [
      {
        id: 'figures',
        title: 'Báo cáo số liệu thử',
        kind: 'thematic',
        indicators: [{ id: 'events', label: 'Số hoạt động', type: 'number', aggregate: 'sum' }],
      },
    ],
    nodes,
  });
}
