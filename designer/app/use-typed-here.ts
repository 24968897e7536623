import { useEffect, useState } from 'react';

/** Whether something was typed on the page at this path: only then there is something to lose by leaving it. */
export function useTypedHere(pathname: string): boolean {
  const [typedAt, type] = useState<string | null>(null);
  useEffect(() => {
    const heard = (): void => type(pathname);
    // after the page's own fields have heard it: drawn before that, they would put back the text from before it
    window.addEventListener('input', heard);
    return () => window.removeEventListener('input', heard);
  }, [pathname]);
  return typedAt === pathname;
}
