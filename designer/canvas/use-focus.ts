import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';

const FRAMES = 20;

/** Focuses a box; one that is out of view is brought there first, since only what is in view is on the page. */
export function useFocus(frame: RefObject<HTMLElement | null>): (id: string) => void {
  const flow = useReactFlow();
  return useCallback(
    (id) => {
      const box = () =>
        frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
      const node = flow.getNode(id);
      if (node === undefined) return;
      if (!inView(box() ?? null, frame.current)) {
        const { x, y } = node.position;
        const [width, height] = [node.width ?? NODE_WIDTH, node.height ?? NODE_HEIGHT];
        void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom() });
      }
      const tryFor = (frames: number): void => {
        const found = box();
        if (found) found.focus({ preventScroll: true });
        else if (frames > 0) requestAnimationFrame(() => tryFor(frames - 1));
      };
      tryFor(FRAMES);
    },
    [flow, frame],
  );
}

function inView(box: HTMLElement | null, frame: HTMLElement | null): boolean {
  if (box === null || frame === null) return false;
  const inner = box.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
