import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useEditor } from '../drawing/editor.tsx';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { placedOf, type Point } from '../drawing/places.ts';
import { FIT } from './use-fitting.ts';

const CENTRED = { padding: 0.4, maxZoom: 1, minZoom: 0.6 };

interface Wishes {
  readonly frame: RefObject<HTMLElement | null>;
  readonly focus: (id: string) => void;
}

/** What the rest of the page asks of the canvas: bring levels into view, type a name, keep the focus. */
export function useWishes({ frame, focus }: Wishes): void {
  const { drawing, view } = useEditor();
  const flow = useReactFlow();
  const focusing = useRef(focus);
  useEffect(() => {
    focusing.current = focus;
  }, [focus]);
  useEffect(
    () =>
      view.subscribe((now, before) => {
        if (now.centred !== before.centred && now.centred !== null) centre(flow, now.centred.ids);
        if (now.renaming !== null && now.renaming !== before.renaming)
          bring(flow, {
            id: now.renaming,
            at: placedOf(drawing.getState().present.definition).get(now.renaming),
            frame: frame.current,
          });
        const [only, ...others] = now.selection;
        if (now.selection === before.selection || only === undefined || others.length > 0) return;
        // once React has drawn what was just added, and the field of its name has taken the focus; the keys may
        // have gone on to another level by then, and are not taken back
        requestAnimationFrame(() => {
          const { selection, renaming } = view.getState();
          if (selection === now.selection && renaming === null && heldBy(frame.current))
            focusing.current(only);
        });
      }),
    [drawing, view, flow, frame],
  );
}

/** These levels, or the whole drawing, which React may not have drawn yet. */
function centre(flow: ReturnType<typeof useReactFlow>, ids: readonly string[]): void {
  if (ids.length > 0) void flow.fitView({ ...CENTRED, nodes: ids.map((id) => ({ id })) });
  else requestAnimationFrame(() => void flow.fitView(FIT));
}

interface Named {
  readonly id: string;
  readonly at: Point | undefined;
  readonly frame: HTMLElement | null;
}

/** A name is typed where it can be seen and read. */
function bring(flow: ReturnType<typeof useReactFlow>, { id, at, frame }: Named): void {
  if (flow.getZoom() < CENTRED.minZoom) void flow.fitView({ ...CENTRED, nodes: [{ id }] });
  else if (at !== undefined && frame !== null && !isSeen(flow, at, frame))
    void flow.setCenter(at.x + NODE_WIDTH / 2, at.y + NODE_HEIGHT / 2, { zoom: flow.getZoom() });
}

function isSeen(flow: ReturnType<typeof useReactFlow>, { x, y }: Point, frame: HTMLElement): boolean {
  const outer = frame.getBoundingClientRect();
  const from = flow.flowToScreenPosition({ x, y });
  const to = flow.flowToScreenPosition({ x: x + NODE_WIDTH, y: y + NODE_HEIGHT });
  return from.x >= outer.left && from.y >= outer.top && to.x <= outer.right && to.y <= outer.bottom;
}

/** The keys are with the canvas, or with nobody because what had them was deleted. */
function heldBy(frame: HTMLElement | null): boolean {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  return frame?.contains(active) === true && !active.matches('input, textarea, [contenteditable]');
}
