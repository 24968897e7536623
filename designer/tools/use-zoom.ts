import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../drawing/editor.tsx';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { toolsOf, type Zoom } from './tools-store.ts';

const STEP = { duration: 150 };
/** At once: a large drawing that glides there is drawn many times over. */
const WHOLE = { padding: 0.06, maxZoom: 1 };
/** A level is in sight with as much around it. */
const AROUND = 12;

/** Lends the canvas's zoom to keys and palette; called inside the provider that the canvas stands in. */
export function useZoom(): void {
  const tools = toolsOf(useEditor());
  const { zoomIn, zoomOut, fitView, getViewport, setCenter } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const zoom: Zoom = {
      in: () => void zoomIn(STEP),
      out: () => void zoomOut(STEP),
      fit: () => void fitView(WHOLE),
      reveal: ({ x, y }) => {
        const { width, height } = store.getState();
        const { x: left, y: top, zoom: scale } = getViewport();
        const within = (from: number, size: number, frame: number) =>
          from >= AROUND && from + size * scale <= frame - AROUND;
        const seen =
          within(x * scale + left, NODE_WIDTH, width) && within(y * scale + top, NODE_HEIGHT, height);
        if (!seen) void setCenter(x + NODE_WIDTH / 2, y + NODE_HEIGHT / 2, { zoom: scale });
      },
    };
    tools.getState().show({ zoom });
    return () => {
      if (tools.getState().zoom === zoom) tools.getState().show({ zoom: null });
    };
  }, [tools, store, zoomIn, zoomOut, fitView, getViewport, setCenter]);
}
