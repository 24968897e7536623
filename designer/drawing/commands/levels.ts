import { current } from 'immer';
import type { DrawingNode, DueRule } from '#model';
import type { Command, Draft } from '../command.ts';
import { emptyLevel, type Preset } from '../presets.ts';
import { place, type Point, roomFor } from '../places.ts';

interface NewLevel {
  readonly id: string;
  readonly preset: Preset;
  readonly name: string;
}

/** A level or group that `parent` addresses, with the report that its siblings owe. */
export const addLevel = (given: NewLevel & { readonly parent: string; readonly at?: Point }): Command => ({
  name: 'addLevel',
  change: (draft) => {
    const { nodes } = draft.definition;
    const at = given.at ?? roomFor(draft.definition, given.parent);
    nodes.push({ ...emptyLevel(given, draft), parent: given.parent });
    if (at !== null) place(draft.definition, given.id, at);
  },
});

/** A level between `below` and whoever addressed it: the district between province and commune. */
export const insertLevel = (given: NewLevel & { readonly below: string }): Command => ({
  name: 'insertLevel',
  change: (draft) => {
    const { nodes } = draft.definition;
    const index = nodes.findIndex(({ id }) => id === given.below);
    const below = nodes[index];
    if (below === undefined || below.parent === null) return;
    const made = { ...emptyLevel({ ...given, parent: below.parent }, draft), parent: below.parent };
    // the date that the level below was given is now this level's, and the level below comes earlier
    made.obligations = below.obligations.map((rule) => ({
      ...current(rule),
      via: null,
      members: { kind: 'all' },
    }));
    for (const rule of below.obligations) {
      rule.via = null;
      if (rule.due.kind !== 'lead' && rule.due.kind !== 'none') rule.due = earlier();
    }
    below.parent = given.id;
    const { x, y, locked } = draft.definition.layout.nodes[below.id] ?? {};
    nodes.splice(index, 0, made);
    if (x === undefined || y === undefined) return;
    place(draft.definition, given.id, { x, y });
    pushDown(draft, below.id, locked === true ? 0 : STEP_DOWN);
  },
});

const STEP_DOWN = 176;
const earlier = (): DueRule => ({ kind: 'lead', workingDays: 3 });

function pushDown(draft: Draft, id: string, by: number): void {
  const at = draft.definition.layout.nodes[id];
  if (at !== undefined && !at.locked) at.y += by;
  for (const child of draft.definition.nodes) if (child.parent === id) pushDown(draft, child.id, by);
}

/**
 * Levels taken out; what they addressed hangs on the level above from now on and inherits what would
 * be lost: the shared tasks, and the date that its own lead was counted from. The top stays.
 */
export const removeNodes = (ids: readonly string[]): Command => ({
  name: 'remove',
  change: (draft) => {
    for (const id of ids) {
      const node = draft.definition.nodes.find((each) => each.id === id);
      if (node !== undefined && node.parent !== null) removeOne(draft, node);
    }
  },
});

function removeOne({ definition, directive }: Draft, node: DrawingNode): void {
  for (const child of definition.nodes.filter(({ parent }) => parent === node.id)) {
    child.parent = node.parent;
    const known = new Set(child.tasks.map(({ id }) => id));
    child.tasks.unshift(
      ...node.sharedTasks.filter(({ id, members }) => !known.has(id) && members.kind === 'all'),
    );
    for (const rule of child.obligations) inheritDate(rule, node);
  }
  definition.nodes = definition.nodes.filter(({ id }) => id !== node.id);
  delete definition.layout.nodes[node.id];
  definition.targets = definition.targets.filter((target) => target.node !== node.id);
  for (const addressee of directive?.addressees ?? []) if (addressee.node === node.id) addressee.node = null;
}

/** Only where the level above owes nothing by itself: else the lead goes on counting from there. */
function inheritDate(rule: DrawingNode['obligations'][number], removed: DrawingNode): void {
  if (rule.due.kind !== 'lead' && rule.due.kind !== 'leadHours') return;
  const counted = removed.obligations.find(({ report }) => report === rule.report);
  if (counted === undefined || counted.due.kind === 'lead' || counted.due.kind === 'leadHours') return;
  rule.due = counted.due;
}

export const renameNode = (id: string, name: string): Command => ({
  name: 'rename',
  change: ({ definition }) => {
    const node = definition.nodes.find((each) => each.id === id);
    if (node !== undefined && name.trim() !== '') node.name = name.normalize('NFC').trim();
  },
});

/** The caller has asked `canConnect`. Focal points belong to the level that addressed: they are left behind. */
export const connectNodes = (parent: string, child: string): Command => ({
  name: 'connect',
  change: ({ definition }) => {
    const node = definition.nodes.find(({ id }) => id === child);
    if (node === undefined || node.parent === parent) return;
    node.parent = parent;
    for (const rule of node.obligations) rule.via = null;
  },
});
