import { useEffect, useState } from 'react';

/**
 * For a dialog that is taken away as a whole when it closes: the keys go back to what opened it. Whoever has
 * moved on meanwhile (a next dialog, another page) is left alone.
 */
export function useFocusBack(): void {
  // asked while it is drawn for the first time: afterwards the dialog has the keys itself
  const [opener] = useState(() => document.activeElement);
  // where the opener goes with what it did
  const [around] = useState(() => opener?.parentElement?.closest<HTMLElement>('[tabindex="-1"]') ?? null);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (!lost) return;
        const back = opener instanceof HTMLElement && opener.isConnected ? opener : around;
        back?.focus({ preventScroll: back !== opener });
      });
    },
    [opener, around],
  );
}
