import { type RefObject, useCallback, useEffect, useState } from 'react';

const LONG_ENOUGH_MS = 4000;

interface Said {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A sentence shown on the canvas for a moment, near what has the focus. */
export function useSaying(frame: RefObject<HTMLElement | null>) {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback(
    (text: string) => {
      const outer = frame.current?.getBoundingClientRect();
      const inner = document.activeElement?.getBoundingClientRect();
      if (outer === undefined || inner === undefined) return;
      const x = Math.min(Math.max(inner.left + inner.width / 2 - outer.left, 0), outer.width - 320);
      const y = Math.min(Math.max(inner.top + inner.height / 2 - outer.top, 0), outer.height - 60);
      setSaid({ text, x, y });
    },
    [frame],
  );
  return { said, say };
}
