import { useEffect } from 'react';

export interface TaskKeys {
  readonly step: (by: 1 | -1) => void;
  readonly open: () => void;
  readonly select: () => void;
  readonly claim: () => void;
  readonly search: () => void;
  readonly help: () => void;
}

/** Keys of the list; none of them while somebody types, or while a dialog is open. */
export function useTaskKeys(keys: TaskKeys, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof HTMLElement ? event.target : null;
      const ticks = at instanceof HTMLInputElement && at.type === 'checkbox';
      if (at !== null && !ticks && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
        return;
      const act = actOf(event.key, keys, at);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys, on]);
}

function actOf(key: string, keys: TaskKeys, at: HTMLElement | null): (() => void) | null {
  switch (key) {
    case 'j':
    case 'J':
      return () => keys.step(1);
    case 'k':
    case 'K':
      return () => keys.step(-1);
    case 'x':
    case 'X':
      return keys.select;
    case 'c':
    case 'C':
      return keys.claim;
    case '/':
      return keys.search;
    case '?':
      return keys.help;
    case 'Enter':
      // a button or a link that has the focus does its own
      return at?.closest('button, a') ? null : keys.open;
    default:
      return null;
  }
}
