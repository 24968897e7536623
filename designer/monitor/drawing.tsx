import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#model';
import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import { Canvas } from '../canvas/canvas.tsx';
import { createEditor, EditorProvider } from '../drawing/editor.tsx';
import type { Trial } from '../drawing/findings-store.ts';
import { frameHeightOf } from '../drawing/layout.ts';
import classes from './drawing.module.css';

interface DrawingProps {
  readonly definition: Definition;
  readonly counts: ReadonlyMap<string, LevelCount>;
  /** Names of focal points by group. */
  readonly via: ReadonlyMap<string, string>;
}

/** What runs is tried no more: nothing on this page counts from the first day of a trial. */
const NO_TRIAL: Trial = { rootUnitId: null, startOn: '1970-01-01', parameters: {} };

/** The drawing that runs, with live counts: the directive's way down solid, the reports' way up dashed beside it. */
export default function Drawing({ definition, counts, via }: DrawingProps) {
  const { t } = useTranslation();
  const editor = useMemo(
    () => createEditor({ definition, directive: null }, { trial: NO_TRIAL, readOnly: true }),
    [definition],
  );
  useEffect(() => {
    editor.view.getState().show({ overlay: { kind: 'counts', counts, focal: via } });
  }, [editor, counts, via]);
  return (
    <figure className={classes['frame']} aria-label={t('monitor.drawing')}>
      <figcaption className={classes['caption']}>{t('monitor.drawingHint')}</figcaption>
      <div style={{ height: frameHeightOf(definition.nodes, definition.layout) }}>
        <EditorProvider editor={editor}>
          <Canvas embedded />
        </EditorProvider>
      </div>
    </figure>
  );
}
