import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useVersion, useVersions } from '../../api/definitions.ts';
import { useDrawing } from '../../drawing/editor.tsx';
import type { Drawing } from '../../drawing/drawing.ts';
import { sameMeaning } from '../same.ts';
import { useOpened } from '../opened.tsx';
import { PublishDialog } from './publish-dialog.tsx';

export interface Publishing {
  /** The newest published one; 0: none. */
  readonly version: number;
  /** What the newest version says; null until it has arrived, and where there is none. */
  readonly published: Drawing | null;
  /** The drawing says something else than the newest version. */
  readonly differs: boolean;
  /** Opens the dialog. */
  readonly ask: () => void;
}

const PublishingContext = createContext<Publishing | null>(null);

export function usePublishing(): Publishing {
  const publishing = useContext(PublishingContext);
  if (publishing === null) throw new Error('no drawing is open here');
  return publishing;
}

/** Knows the newest version and publishes the next one. */
export function PublishingProvider({ children }: { readonly children: ReactNode }) {
  const { stored } = useOpened();
  const versions = useVersions(stored.id);
  const version = versions.data?.items[0]?.version ?? stored.latestVersion;
  const newest = useVersion(stored.id, version);
  const present = useDrawing((state) => state.present);
  const [asked, setAsked] = useState(false);
  const published = useMemo<Drawing | null>(
    () =>
      newest.data === undefined ? null : { definition: newest.data.body, directive: newest.data.directive },
    [newest.data],
  );
  const differs = useMemo(
    () => version === 0 || (published !== null && !sameMeaning(published, present)),
    [version, published, present],
  );
  const value = useMemo<Publishing>(
    () => ({ version, published, differs, ask: () => setAsked(true) }),
    [version, published, differs],
  );
  return (
    <PublishingContext value={value}>
      {children}
      {asked ? <PublishDialog close={() => setAsked(false)} /> : null}
    </PublishingContext>
  );
}
