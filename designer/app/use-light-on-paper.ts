import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white, whatever the screen: while it is printed the page stands in its light colours. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    const paper = window.matchMedia('print');
    let before: string | null = null;
    const turn = (): void => {
      if (paper.matches) {
        before ??= root.getAttribute(SCHEME);
        root.setAttribute(SCHEME, 'light');
      } else if (before !== null) {
        root.setAttribute(SCHEME, before);
        before = null;
      }
    };
    paper.addEventListener('change', turn);
    return () => paper.removeEventListener('change', turn);
  }, []);
}
