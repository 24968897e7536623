import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useEditor } from '../drawing/editor.tsx';

const CENTRED = { padding: 0.4, maxZoom: 1, minZoom: 0.6 };

interface Wishes {
  readonly frame: RefObject<HTMLElement | null>;
  readonly focus: (id: string) => void;
}

/** What the rest of the page asks of the canvas: bring levels into view, type a name, keep the focus. */
export function useWishes({ frame, focus }: Wishes): void {
  const { view } = useEditor();
  const flow = useReactFlow();
  const focusing = useRef(focus);
  useEffect(() => {
    focusing.current = focus;
  }, [focus]);
  useEffect(
    () =>
      view.subscribe((now, before) => {
        if (now.centred !== before.centred && now.centred !== null && now.centred.ids.length > 0)
          void flow.fitView({ ...CENTRED, nodes: now.centred.ids.map((id) => ({ id })) });
        if (now.renaming !== null && now.renaming !== before.renaming) bring(flow, now.renaming);
        const [only, ...others] = now.selection;
        if (now.selection === before.selection || only === undefined || others.length > 0) return;
        // once React has drawn what was just added, and the field of its name has taken the focus
        requestAnimationFrame(() => {
          if (heldBy(frame.current) && view.getState().renaming === null) focusing.current(only);
        });
      }),
    [view, flow, frame],
  );
}

/** A name is typed where it can be seen and read. */
function bring(flow: ReturnType<typeof useReactFlow>, id: string): void {
  if (flow.getZoom() < CENTRED.minZoom) void flow.fitView({ ...CENTRED, nodes: [{ id }] });
}

/** The keys are with the canvas, or with nobody because what had them was deleted. */
function heldBy(frame: HTMLElement | null): boolean {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  return frame?.contains(active) === true && !active.matches('input, textarea, [contenteditable]');
}
