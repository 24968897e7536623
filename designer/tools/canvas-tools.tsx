import { Loader, Paper } from '@mantine/core';
import {
  IconCommand,
  IconHelp,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLock,
  IconLockOpen,
  IconSearch,
  IconSitemap,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useView } from '../drawing/editor.tsx';
import { act } from './acts.ts';
import { ALIGNMENTS, type Alignment } from './align.ts';
import classes from './canvas-tools.module.css';
import { alignSelected } from './changing.ts';
import { CommandPalette } from './command-palette.tsx';
import type { Extra } from './entries.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { NoticeLine } from './notice-line.tsx';
import { SearchBar } from './search-bar.tsx';
import { ToolButton } from './tool-button.tsx';
import { useTools } from './tools-store.ts';
import { useBench } from './use-bench.ts';
import { useZoom } from './use-zoom.ts';

const ALIGN_ICONS = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  top: IconLayoutAlignTop,
  across: IconLayoutDistributeHorizontal,
  down: IconLayoutDistributeVertical,
} as const satisfies Record<Alignment, unknown>;

interface CanvasToolsProps {
  /** What the page can do besides, for the command palette: publish, export, start … */
  readonly actions?: readonly Extra[];
}

const NONE: readonly Extra[] = [];

/**
 * The bar over the canvas with what it opens: a child of the canvas, whose zoom it lends to the keys. Undo and
 * redo stand in the header of the page.
 */
export function CanvasTools({ actions = NONE }: CanvasToolsProps) {
  const { t } = useTranslation();
  useZoom();
  const bench = useBench();
  const readOnly = useView((view) => view.readOnly);
  const searching = useTools((tools) => tools.searching !== null);
  const dialog = useTools((tools) => tools.dialog);
  const show = useTools((tools) => tools.show);
  return (
    <>
      <div className={classes['bar']} data-keys="canvas">
        <Paper role="group" aria-label={t('tools.bar')} withBorder shadow="xs" className={classes['group']}>
          {readOnly ? null : (
            <>
              <Placing />
              <span className={classes['line']} />
            </>
          )}
          <ToolButton label={t('tools.search')} keys="Ctrl+F" run={() => act('search', bench)}>
            <IconSearch size={18} />
          </ToolButton>
          <ToolButton label={t('tools.commands')} keys="Ctrl+K" run={() => act('commands', bench)}>
            <IconCommand size={18} />
          </ToolButton>
          <ToolButton label={t('tools.keys')} keys="?" run={() => act('keys', bench)}>
            <IconHelp size={18} />
          </ToolButton>
        </Paper>
        {searching ? <SearchBar /> : null}
      </div>
      <NoticeLine />
      <KeysDialog opened={dialog === 'keys'} close={() => show({ dialog: null })} />
      <CommandPalette opened={dialog === 'commands'} close={() => show({ dialog: null })} actions={actions} />
    </>
  );
}

/** Layout, lock, and with two levels or more selected the alignments. */
function Placing() {
  const { t } = useTranslation();
  const bench = useBench();
  const arranging = useTools((tools) => tools.arranging !== null);
  const selection = useView((view) => view.selection);
  const nodes = useDrawing((drawing) => drawing.present.definition.nodes);
  const layout = useDrawing((drawing) => drawing.present.definition.layout);
  const chosen = nodes.filter(({ id }) => selection.has(id));
  const locked = chosen.length > 0 && chosen.every(({ id }) => layout.nodes[id]?.locked === true);
  return (
    <>
      <ToolButton
        label={t(arranging ? 'tools.stopLayout' : 'tools.layout')}
        keys={arranging ? 'Esc' : 'L'}
        run={() => act('layout', bench)}
      >
        {arranging ? <Loader size={16} color="gray" /> : <IconSitemap size={18} />}
      </ToolButton>
      <ToolButton
        label={t(locked ? 'tools.unlock' : 'tools.lock')}
        keys="Ctrl+Shift+L"
        off={chosen.length === 0}
        run={() => act('lock', bench)}
      >
        {locked ? <IconLockOpen size={18} /> : <IconLock size={18} />}
      </ToolButton>
      {chosen.length < 2
        ? null
        : ALIGNMENTS.map((how) => {
            const Icon = ALIGN_ICONS[how];
            return (
              <ToolButton key={how} label={t(`tools.align_${how}`)} run={() => alignSelected(bench, how)}>
                <Icon size={18} />
              </ToolButton>
            );
          })}
    </>
  );
}
