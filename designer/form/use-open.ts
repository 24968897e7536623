import { useState } from 'react';
import { useView } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import { fulfilled } from './fulfilled.ts';
import { startsWith } from './paths.ts';

/** Whether an entry is open, and the way to fold it. */
export function useOpen(path: Place, atFirst = false): readonly [boolean, () => void] {
  const [open, setOpen] = useFold([path], atFirst);
  return [open, () => setOpen(!open)];
}

/** Whether something that holds these places is open: by hand, or because one of them was just wished for. */
export function useFold(
  holds: readonly Place[],
  atFirst = false,
): readonly [boolean, (open: boolean) => void] {
  const wish = useView((state) => state.place);
  const inside = wish !== null && holds.some((path) => startsWith(wish.path, path));
  const [open, setOpen] = useState(() => atFirst || (inside && !fulfilled.has(wish)));
  // an entry that moves to the place of an old wish stays as it is
  const [seen, setSeen] = useState(wish);
  if (wish !== seen) {
    setSeen(wish);
    if (inside) setOpen(true);
  }
  return [open, setOpen];
}
