import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * For a part whose buttons go with what they did: the keys stay in it. `version`: changes with every act.
 * Spread the answer on the part.
 */
export function useKeysKept(version: number) {
  const here = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) here.current?.focus({ preventScroll: true });
  }, [version]);
  return {
    tabIndex: -1,
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>): void => {
      here.current = currentTarget;
    },
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>): void => {
      // to another place on the page; what is taken away loses the keys to nothing
      if (relatedTarget !== null) here.current = null;
    },
  };
}
