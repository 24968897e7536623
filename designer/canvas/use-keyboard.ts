import type { KeyboardEvent } from 'react';
import { moveNodes } from '../drawing/commands/placing.ts';
import { useEditor } from '../drawing/editor.tsx';
import { placedOf } from '../drawing/places.ts';
import type { Flow } from './use-flow.ts';
import { type Direction, neighbour } from './tree.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const STEP = 8;
const BY = {
  up: { x: 0, y: -STEP },
  down: { x: 0, y: STEP },
  left: { x: -STEP, y: 0 },
  right: { x: STEP, y: 0 },
} as const;

interface Keyboard {
  readonly flow: Flow;
  readonly focus: (id: string) => void;
  readonly deleteEdge: () => boolean;
}

/** Everything the mouse can do on the canvas, from the keys; what concerns the selection as a whole is elsewhere. */
export function useKeyboard({ flow: { nodes, placed, focal }, focus, deleteEdge }: Keyboard) {
  const { drawing, view } = useEditor();

  const go = (from: string, direction: Direction): void => {
    const point = focal.find(({ id }) => id === from);
    const levels = drawing.getState().present.definition.nodes;
    const to =
      point === undefined
        ? neighbour(levels, placed, { id: from, to: direction })
        : direction === 'up'
          ? point.parent
          : direction === 'down'
            ? point.groups[0]
            : null;
    if (to !== null && to !== undefined) focus(to);
  };

  const nudge = (id: string, direction: Direction): void => {
    if (view.getState().readOnly) return;
    const { selection } = view.getState();
    const ids = selection.has(id) ? [...selection] : [id];
    const at = placedOf(drawing.getState().present.definition);
    const places = new Map(
      ids.flatMap((each) => {
        const { x, y } = at.get(each) ?? {};
        return x === undefined || y === undefined
          ? []
          : [[each, { x: x + BY[direction].x, y: y + BY[direction].y }]];
      }),
    );
    drawing.getState().run({ ...moveNodes(places), merge: `nudge ${ids.join(' ')}` });
  };

  const open = (id: string): void => {
    view.getState().select([id]);
    const index = drawing.getState().present.definition.nodes.findIndex((node) => node.id === id);
    if (index >= 0) view.getState().goTo(['definition', 'nodes', index, 'name']);
    else view.getState().show({ panel: 'inspector' });
  };

  /** Tab walks through all levels, those out of view too; at either end it leaves the canvas. */
  const tab = (id: string, back: boolean): boolean => {
    const stops = nodes.filter(({ focusable }) => focusable !== false).map((node) => node.id);
    const next = stops[stops.indexOf(id) + (back ? -1 : 1)];
    if (next === undefined) return false;
    focus(next);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if ((event.key === 'Delete' || event.key === 'Backspace') && deleteEdge()) return done();
    if (!event.target.classList.contains('react-flow__node')) return;
    const id = event.target.getAttribute('data-id');
    if (id === null) return;
    const direction = ARROWS[event.key];
    if (direction !== undefined && !event.ctrlKey && !event.metaKey) {
      if (event.altKey) nudge(id, direction);
      else go(id, direction);
      return done();
    }
    if (event.key === 'Enter') {
      open(id);
      return done();
    }
    if (event.key === 'Tab' && tab(id, event.shiftKey)) return done();
    if (event.key === 'Home') {
      focus(nodes.find(({ type }) => type === 'level')?.id ?? id);
      return done();
    }
  };
  return { onKeyDown };
}
