import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useCallback,
  useEffectEvent,
  useRef,
  useState,
} from 'react';

interface ListKeys {
  readonly list: RefObject<HTMLUListElement | null>;
  /** The entry that the Tab key reaches. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The entry under the focus is about to go: its successor gets the focus. */
  readonly stay: () => void;
}

/** J/K and arrows walk a list of buttons marked `data-entry`; Tab enters and leaves it once. */
export function useListKeys(entries: readonly unknown[]): ListKeys {
  const count = entries.length;
  const staying = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const [at, setActive] = useState(0);
  const active = Math.min(at, Math.max(0, count - 1));
  const stay = useCallback(() => {
    staying.current = true;
  }, []);
  const focus = useEffectEvent(() => {
    if (!staying.current) return;
    staying.current = false;
    list.current?.querySelectorAll<HTMLElement>('[data-entry]')[active]?.focus();
  });
  useEffect(() => focus(), [entries]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key, { active, count });
    if (to === null) return;
    event.preventDefault();
    // the canvas has keys of its own
    event.stopPropagation();
    setActive(to);
    list.current?.querySelectorAll<HTMLElement>('[data-entry]')[to]?.focus();
  };
  return {
    list,
    active,
    setActive,
    onKeyDown,
    stay,
  };
}

function target(
  key: string,
  { active, count }: { readonly active: number; readonly count: number },
): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(count - 1, active + 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(0, active - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
