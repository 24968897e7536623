import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { StoredDefinition } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { useDates } from '../dates/use-dates.ts';
import { useView } from '../drawing/editor.tsx';
import { useProblems } from '../problems/use-problems.ts';
import { Palette } from '../tools/palette.tsx';
import { useKeys } from '../tools/use-keys.ts';
import { useTrial } from '../trial/use-trial.ts';
import { EditorHeader } from './editor-header.tsx';
import { LowerPanel } from './lower-panel.tsx';
import { Notices } from './notices.tsx';
import { OpenedProvider } from './opened.tsx';
import { PageTools } from './page-tools.tsx';
import { PublishingProvider } from './publish/publishing.tsx';
import { SidePanel } from './side-panel.tsx';
import { useAutosave } from './saving/use-autosave.ts';
import { StartingProvider } from './start/starting.tsx';
import { useFollowSelection } from './use-follow-selection.ts';
import classes from './workbench.module.css';

interface WorkbenchProps {
  readonly stored: StoredDefinition;
  readonly me: Me;
}

/** Everything around one open drawing. */
export function Workbench({ stored, me }: WorkbenchProps) {
  useProblems();
  useDates();
  useTrial();
  useFollowSelection();
  const saver = useAutosave(stored, { definitionId: stored.id, personId: me.id });
  useKeys({ save: saver.save });
  const readOnly = useView((state) => state.readOnly);
  const wide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false });
  // on a narrow screen the panel that a problem leads to comes out by itself
  const place = useView((state) => state.place);
  const [asked, ask] = useState(false);
  const [left, leave] = useState(place);
  const close = () => {
    ask(false);
    leave(place);
  };
  return (
    <OpenedProvider value={{ stored, me, saver }}>
      <StartingProvider>
        <PublishingProvider>
          <div className={classes['page']} data-fills-window>
            <EditorHeader wide={wide} showSide={() => ask(true)} />
            <Notices />
            <div className={classes['body']}>
              {readOnly || !wide ? null : (
                <div className={classes['palette']}>
                  <Palette />
                </div>
              )}
              <div className={classes['middle']}>
                <div className={classes['canvas']}>
                  <Canvas>
                    <PageTools />
                  </Canvas>
                </div>
                <LowerPanel />
              </div>
              <SidePanel wide={wide} opened={asked || place !== left} close={close} />
            </div>
          </div>
        </PublishingProvider>
      </StartingProvider>
    </OpenedProvider>
  );
}
