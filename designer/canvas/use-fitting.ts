import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';

export const FIT = { padding: 0.06, maxZoom: 1 };

/** The whole drawing in view when it is first shown; `always`: whenever the room for it changes. */
export function useFitting({ always }: { readonly always: boolean }): void {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const ready = useStore((state) => state.panZoom !== null && state.width > 0 && state.height > 0);
  const sized = useNodesInitialized();
  const done = useRef(false);
  useEffect(() => {
    if (!ready || !sized || width === 0 || (done.current && !always)) return;
    done.current = true;
    void flow.fitView(FIT);
  }, [flow, ready, sized, width, always]);
}
