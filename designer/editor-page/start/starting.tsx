import { createContext, type ReactNode, useContext, useState } from 'react';
import { StartDialog } from './start-dialog.tsx';

const StartingContext = createContext<((version: number) => void) | null>(null);

/** Opens the dialog that starts a campaign from a version. */
export function useStarting(): (version: number) => void {
  const start = useContext(StartingContext);
  if (start === null) throw new Error('no drawing is open here');
  return start;
}

export function StartingProvider({ children }: { readonly children: ReactNode }) {
  const [version, start] = useState<number | null>(null);
  return (
    <StartingContext value={start}>
      {children}
      {version === null ? null : <StartDialog version={version} close={() => start(null)} />}
    </StartingContext>
  );
}
