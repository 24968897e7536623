import { useEffect } from 'react';
import { capital } from '#model/capital';

const PRODUCT = 'Cascade';

/** What the browser's tab and history, and a screen reader on arrival, call this page. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? PRODUCT : `${capital(title)} · ${PRODUCT}`;
  }, [title]);
}
