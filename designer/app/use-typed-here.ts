import { useEffect, useState } from 'react';

/** Whether something was typed on the page at this path: only then there is something to lose by leaving it. */
export function useTypedHere(pathname: string): boolean {
  const [typedAt, type] = useState<string | null>(null);
  useEffect(() => {
    const heard = (): void => type(pathname);
    window.addEventListener('input', heard, { capture: true });
    return () => window.removeEventListener('input', heard, { capture: true });
  }, [pathname]);
  return typedAt === pathname;
}
