import { useEffect } from 'react';
import { useEditor } from '../drawing/editor.tsx';
import type { ViewState } from '../drawing/view-store.ts';

/**
 * Whoever selects a level wants to see what is said of it. Two versions that are compared stay in view, and
 * whoever names a panel along with the selection gets that panel.
 */
export function useFollowSelection(): void {
  const { view } = useEditor();
  useEffect(
    () =>
      view.subscribe((now, before) => {
        if (bringsInspector(now, before)) now.show({ panel: 'inspector' });
      }),
    [view],
  );
}

type Looked = Pick<ViewState, 'selection' | 'panel' | 'place' | 'overlay'>;

export const bringsInspector = (now: Looked, before: Looked): boolean =>
  now.selection !== before.selection &&
  now.selection.size > 0 &&
  now.panel === before.panel &&
  now.place === before.place &&
  now.panel !== 'inspector' &&
  now.panel !== 'versions' &&
  now.overlay.kind === 'none';
