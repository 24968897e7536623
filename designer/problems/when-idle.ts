/** Not later than this after it was asked for, however busy the page is. */
const LATEST_MS = 250;

/** Runs `work` once in the page's next idle moment, however often it is asked for until then. */
export function whenIdle(work: () => void): { ask(): void; cancel(): void } {
  let waiting: number | null = null;
  const idle = typeof requestIdleCallback === 'function';
  const run = () => {
    waiting = null;
    work();
  };
  return {
    ask: () => {
      waiting ??= idle ? requestIdleCallback(run, { timeout: LATEST_MS }) : window.setTimeout(run, 0);
    },
    cancel: () => {
      if (waiting === null) return;
      if (idle) cancelIdleCallback(waiting);
      else window.clearTimeout(waiting);
      waiting = null;
    },
  };
}
