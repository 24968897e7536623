import { createContext, useContext } from 'react';
import type { Drawing } from '../../drawing/drawing.ts';

export interface Publishing {
  /** The newest published one; 0: none. */
  readonly version: number;
  /** What the newest version says; null until it has arrived, and where there is none. */
  readonly published: Drawing | null;
  /** The drawing says something else than the newest version. */
  readonly differs: boolean;
  /** Opens the dialog. */
  readonly ask: () => void;
}

export const PublishingContext = createContext<Publishing | null>(null);

export function usePublishing(): Publishing {
  const publishing = useContext(PublishingContext);
  if (publishing === null) throw new Error('no drawing is open here');
  return publishing;
}
