import { useEffect, useRef } from 'react';

/** Somebody else has signed in meanwhile, in another window: nothing of the one before stays on the page. */
export function useSamePerson(id: string | undefined): void {
  const first = useRef(id);
  useEffect(() => {
    first.current ??= id;
    if (id !== undefined && first.current !== id) window.location.reload();
  }, [id]);
}
