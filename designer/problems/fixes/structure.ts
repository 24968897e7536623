import type { Selector } from '#model';
import { freeKey } from '../../drawing/keys.ts';
import { PRESETS } from '../../drawing/presets.ts';
import { fold } from '#model/fold';
import { setAt, valueAt } from './at-path.ts';
import {
  attach,
  type Found,
  fix,
  nodeAt,
  type Offer,
  type Offers,
  type QuickFix,
  removeIt,
  set,
} from './fix.ts';

/** The second of two keys gets a new one; whoever named the key means the first. */
const rename =
  (key: string): Offer =>
  ({ problem: { path, params }, drawing }) => {
    const at = path.at(-1) === key ? path.slice(0, -1) : path;
    const list = valueAt(drawing, at.slice(0, -1));
    const taken = Array.isArray(list) ? list.map((each: unknown) => String(valueAt(each, [key]))) : [];
    const made = freeKey(String(params['id'] ?? ''), taken);
    return [fix('newKey', (draft) => setAt(draft, [...at, key], made), { key: made })];
  };

/** Ids of tasks are told apart in the whole drawing. */
const renameTask: Offer = ({ problem: { path, params }, drawing }) => {
  const taken = drawing.definition.nodes.flatMap((node) =>
    [...node.tasks, ...node.sharedTasks, ...node.actorTasks].map(({ id }) => id),
  );
  const made = freeKey(String(params['id'] ?? ''), taken);
  return [fix('newKey', (draft) => setAt(draft, path, made), { key: made })];
};

/** Usual names of levels; the first that fits is offered by its name, never taken silently. */
const NAMES: readonly (readonly [RegExp, (typeof PRESETS)[number]['key']])[] = [
  [/mat tran|mttq/, 'front'],
  [/truong hoc|cac truong|mam non|tieu hoc|thcs/, 'schools'],
  [/doanh nghiep|cong ty|co so san xuat/, 'enterprises'],
  [/phong|ban, nganh|doan the/, 'offices'],
  [/\bxa\b|phuong|thi tran/, 'commune'],
  [/huyen|quan\b|thi xa/, 'district'],
  [/\bso\b/, 'department'],
  [/tinh|thanh pho/, 'province'],
];

function selectByName(found: Found): { readonly key: string; readonly select: Selector } | undefined {
  const name = fold(nodeAt(found)?.name ?? '');
  const key = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  return PRESETS.find((preset) => preset.key === key);
}

const chooseByName: Offer = (found) => {
  const preset = selectByName(found);
  const path = [...found.problem.path.slice(0, 3), 'select'];
  return preset === undefined ? [] : [{ ...set(`kind_${preset.key}`, path, preset.select) }];
};

/** A second top hangs below the first; if it was "the unit that starts", it needs units of its own. */
const attachRoot: Offer = (found) => {
  const node = nodeAt(found);
  const [hang] = attach(found, node?.id);
  if (hang === undefined || node?.select.kind !== 'root') return hang === undefined ? [] : [hang];
  const [choose] = chooseByName(found);
  if (choose === undefined) return [];
  const both: QuickFix = fix(
    'attachTo',
    (draft) => {
      hang.command.change(draft);
      choose.command.change(draft);
    },
    hang.params,
  );
  return [both];
};

/** What stands in a loop or hangs on nothing, further up: with that attached, this one is reached again. */
const attachCulprit: Offer = (found) => {
  const { nodes } = found.drawing.definition;
  const walked = new Set<string>();
  let at = nodeAt(found);
  while (at !== undefined && !walked.has(at.id)) {
    walked.add(at.id);
    const parent: string | null = at.parent;
    const above = nodes.find(({ id }) => id === parent);
    if (above === undefined) break;
    at = above;
  }
  return attach(found, at?.id);
};

const asTop: Offer = ({ drawing: { definition } }) => {
  const top = definition.nodes.find(({ select }) => select.kind === 'root') ?? definition.nodes[0];
  if (top === undefined) return [];
  return [
    fix(
      'asTop',
      (draft) => {
        const node = draft.definition.nodes.find(({ id }) => id === top.id);
        if (node === undefined) return;
        node.parent = null;
        node.select = { kind: 'root' };
        node.obligations = [];
      },
      { level: top.name },
    ),
  ];
};

/** A leaf tells nobody: whoever addresses it can. */
const informAbove: Offer = (found) => {
  const node = nodeAt(found);
  if (node === undefined || node.parent === null) return [];
  return [
    fix('informAbove', ({ definition }) => {
      const leaf = definition.nodes.find(({ id }) => id === node.id);
      const above = definition.nodes.find(({ id }) => id === node.parent);
      if (leaf === undefined || above === undefined) return;
      const known = new Set(above.information.map(({ name }) => name));
      above.information.push(...leaf.information.filter(({ name }) => !known.has(name)));
      leaf.information = [];
    }),
  ];
};

export const STRUCTURE_FIXES: Offers = {
  'definition.duplicateNode': rename('id'),
  'definition.duplicateParameter': rename('key'),
  'definition.duplicateEvent': rename('key'),
  'definition.duplicateReport': rename('id'),
  'definition.duplicateSubgroup': rename('id'),
  'definition.duplicateIndicator': rename('id'),
  'definition.duplicateSection': rename('id'),
  'definition.duplicateAttachment': rename('kind'),
  'definition.duplicatePeriod': rename('key'),
  'definition.duplicateTask': renameTask,
  'definition.noRoot': asTop,
  'definition.severalRoots': attachRoot,
  'definition.rootNotRoot': ({ problem: { path } }) => [set('rootSelect', path, { kind: 'root' })],
  'definition.rootBelowTop': chooseByName,
  'definition.parentUnknown': (found) => attach(found, nodeAt(found)?.id),
  'definition.cycle': (found) => attach(found, nodeAt(found)?.id),
  'definition.unreachable': attachCulprit,
  'definition.unitListedTwice': removeIt('removeTwin'),
  'definition.informationOnLeaf': informAbove,
};
