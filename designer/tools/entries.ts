import type { DrawingNode } from '#model';
import type { Editor } from '../drawing/editor.tsx';
import { PRESETS } from '../drawing/presets.ts';
import { DRAWERS, PANELS } from '../drawing/view-store.ts';
import { act } from './acts.ts';
import { addFocalPoint, addInformation } from './adding.ts';
import type { Bench } from './bench.ts';
import { type KeyId, type KeyRow, KEYS } from './keys.ts';
import type { Findable } from './ranking.ts';

/** What the page hands in besides: publish, export, start … `label` is ready to be read. */
export interface Extra {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** One line of the command palette. */
export interface Entry extends Findable {
  readonly id: string;
  readonly group: 'level' | 'action' | 'place';
  /** Shown beside it: the level above, or nothing. */
  readonly hint?: string;
  readonly row?: KeyRow;
  readonly run: () => void;
}

const ACTIONS = [
  'undo',
  'redo',
  'layout',
  'lock',
  'rename',
  'duplicate',
  'copy',
  'cut',
  'paste',
  'remove',
  'selectAll',
  'search',
  'fit',
  'keys',
] as const satisfies readonly KeyId[];

interface Offered {
  readonly extras: readonly Extra[];
  readonly nodes: readonly DrawingNode[];
}

export function entriesOf(bench: Bench, { extras, nodes }: Offered): readonly Entry[] {
  return [...actions(bench), ...places(bench), ...extras.map(extraEntry), ...levels(bench.editor, nodes)];
}

function actions(bench: Bench): Entry[] {
  const { t, editor } = bench;
  const { readOnly } = editor.view.getState();
  const rows: readonly KeyRow[] = KEYS;
  const plain = ACTIONS.flatMap((id): Entry[] => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined || (readOnly && row.edits === true)) return [];
    return [{ id, group: 'action', label: t(`tools.key_${id}`), row, run: () => act(id, bench) }];
  });
  if (readOnly) return plain;
  const adding = PRESETS.map(({ key }, nth): Entry => {
    const label = `${t('tools.addWhat')} ${t(`tools.preset_${key}`)}`;
    return { id: `add-${key}`, group: 'action', label, run: () => act('add', bench, nth) };
  });
  const beside: Entry[] = [
    {
      id: 'focal',
      group: 'action',
      label: `${t('tools.addWhat')} ${t('tools.focalPoint')}`,
      run: () => addFocalPoint(bench),
    },
    {
      id: 'information',
      group: 'action',
      label: `${t('tools.addWhat')} ${t('tools.information')}`,
      run: () => addInformation(bench),
    },
  ];
  return [...plain, ...adding, ...beside];
}

function places({ t, editor: { view } }: Bench): Entry[] {
  const panels = PANELS.map((panel): Entry => {
    const label = `${t('tools.open')} ${t(`tools.panel_${panel}`)}`;
    return { id: `panel-${panel}`, group: 'place', label, run: () => view.getState().show({ panel }) };
  });
  const drawers = DRAWERS.map((drawer): Entry => {
    const label = `${t('tools.open')} ${t(`tools.drawer_${drawer}`)}`;
    return { id: `drawer-${drawer}`, group: 'place', label, run: () => view.getState().show({ drawer }) };
  });
  return [...panels, ...drawers];
}

const extraEntry = ({ id, label, run }: Extra): Entry => ({ id: `page-${id}`, group: 'action', label, run });

function levels({ view }: Editor, nodes: readonly DrawingNode[]): Entry[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return nodes.map(({ id, name, parent }): Entry => {
    const above = parent === null ? undefined : names.get(parent);
    return {
      id: `level-${id}`,
      group: 'level',
      label: name,
      ...(above === undefined ? {} : { hint: above }),
      run: () => {
        view.getState().centre(id);
        view.getState().show({ panel: 'inspector' });
      },
    };
  });
}
