import type { DraftChange } from '#model';
import type { Kept } from './keeper.ts';

const PREFIX = 'cascade.report';

export interface Writer {
  readonly obligationId: string;
  /** Officials share machines: nobody sends what another typed. */
  readonly personId: string;
}

/** What was typed and not yet saved, on this machine: survives a broken line, a reload, an empty battery. */
export function localDraft({ obligationId, personId }: Writer) {
  const key = `${PREFIX}/${personId}/${obligationId}`;
  return {
    read(): Kept | null {
      try {
        // written below; a value of another shape is none
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
        return kept !== null && Number.isInteger(kept.basedOn) && isChange(kept.change) ? kept : null;
      } catch {
        return null;
      }
    },
    keep(kept: Kept): void {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // no room on this machine: then only the server keeps it
      }
    },
    forget: () => localStorage.removeItem(key),
  };
}

const isChange = (value: unknown): value is DraftChange => typeof value === 'object' && value !== null;
