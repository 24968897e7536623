import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoredDefinition } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import type { Saver, SaverState } from './saving/saver.ts';

/** What the page knows of the drawing beside its content: whose it is, who looks, how it is saved. */
export interface Opened {
  /** As it was when it was opened. */
  readonly stored: StoredDefinition;
  readonly me: Me;
  readonly saver: Saver;
}

const OpenedContext = createContext<Opened | null>(null);

export const OpenedProvider = ({ value, children }: { value: Opened; children: ReactNode }) => (
  <OpenedContext value={value}>{children}</OpenedContext>
);

export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (opened === null) throw new Error('no drawing is open here');
  return opened;
}

export const useSaving = <T,>(select: (state: SaverState) => T): T =>
  useStore(useOpened().saver.store, select);
