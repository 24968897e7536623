/** What a gesture cost: milliseconds between frames, and tasks of the page that took longer than 50 ms. */
export interface Recorded {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Recorder {
  /** One event per frame: a hand is never slower than the page. */
  scroll(by: Point & { readonly zooming: boolean }): Promise<Recorded>;
  /** The node nearest to the middle of the view, once around a circle. */
  drag(): Promise<Recorded>;
  rest(): Promise<Recorded>;
}

declare global {
  interface Window {
    recorder: Recorder;
    /** Set by a page once its drawing stands. */
    ready?: boolean;
  }
}

const FRAMES = 120;

export function installRecorder(): void {
  let longTasks: number[] = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });

  /** Calls `act` in every frame, with the number of the frame. */
  const record = (act: (frame: number) => void): Promise<Recorded> =>
    new Promise((resolve) => {
      const frames: number[] = [];
      longTasks = [];
      let last = 0;
      const tick = (now: number): void => {
        if (last > 0) frames.push(now - last);
        last = now;
        if (frames.length >= FRAMES) return resolve({ frames, longTasks });
        act(frames.length);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });

  const middle = (): Point => ({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
  window.recorder = {
    rest: () => record(() => undefined),
    scroll: ({ x, y, zooming }) => {
      const pane = document.querySelector('.react-flow__pane');
      return record((frame) => {
        const way = frame < FRAMES / 2 ? 1 : -1;
        const at = middle();
        const wheel = { deltaX: way * x, deltaY: way * y, ctrlKey: zooming, clientX: at.x, clientY: at.y };
        pane?.dispatchEvent(new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }));
      });
    },
    drag: async () => {
      const node = nearestNode(middle());
      const { left, top, width, height } = node.getBoundingClientRect();
      const start = { x: left + width / 2, y: top + height / 2 };
      const mouse = (type: string, { x, y }: Point, target: EventTarget): void => {
        const where = { clientX: x, clientY: y, view: window, bubbles: true, cancelable: true };
        target.dispatchEvent(new MouseEvent(type, { ...where, buttons: type === 'mouseup' ? 0 : 1 }));
      };
      mouse('mousedown', start, node);
      const result = await record((frame) => {
        const turn = (frame / FRAMES) * 2 * Math.PI;
        const to = { x: start.x + 90 * Math.sin(turn), y: start.y + 60 * (1 - Math.cos(turn)) };
        mouse('mousemove', to, window);
      });
      mouse('mouseup', start, window);
      const moved = node.getBoundingClientRect();
      if (result.frames.length === 0 || Number.isNaN(moved.left)) throw new Error('nothing was dragged');
      return result;
    },
  };
}

function nearestNode(to: Point): Element {
  const far = (node: Element): number => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return Math.hypot(left + width / 2 - to.x, top + height / 2 - to.y);
  };
  const [nearest] = [...document.querySelectorAll('.react-flow__node.draggable')].sort(
    (a, b) => far(a) - far(b),
  );
  if (nearest === undefined) throw new Error('no node to drag is in view');
  return nearest;
}
