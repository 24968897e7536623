import { type ReactNode, useMemo, useState } from 'react';
import { useVersion, useVersions } from '../../api/definitions.ts';
import { useDrawing } from '../../drawing/editor.tsx';
import type { Drawing } from '../../drawing/drawing.ts';
import { sameMeaning } from '../same.ts';
import { useOpened } from '../opened.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { type Publishing, PublishingContext } from './use-publishing.ts';

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
