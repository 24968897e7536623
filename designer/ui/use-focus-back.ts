import { useEffect, useState } from 'react';

/**
 * For a dialog that is taken away as a whole when it closes: the keys go back to what opened it. Whoever has
 * moved on meanwhile (a next dialog, another page) is left alone.
 */
export function useFocusBack(): void {
  // asked while it is drawn for the first time: afterwards the dialog has the keys itself
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
}
