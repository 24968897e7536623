import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { startTransition, useEffect, useState } from 'react';
import { FAR_BELOW } from './detail.ts';

/** More than a turn of the wheel changes at once. */
const JUMP = 1.5;

const isFar = ({ transform }: ReactFlowState): boolean => transform[2] < FAR_BELOW;

/**
 * Whether the drawing is seen from afar. While zooming step by step the boxes change when there is time for it;
 * after a jump at once, since else hundreds would be drawn in full only to be made plain.
 */
export function useFar(): boolean {
  const store = useStoreApi();
  const [far, setFar] = useState(() => isFar(store.getState()));
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (isFar(now) === isFar(before)) return;
        const ratio = now.transform[2] / before.transform[2];
        if (ratio > JUMP || ratio < 1 / JUMP) setFar(isFar(now));
        else startTransition(() => setFar(isFar(now)));
      }),
    [store],
  );
  return far;
}
