import { fieldsOf, joinChanges, withoutFields } from '#engine/draft';
import type { DraftChange } from '#model';
import type { Kept } from './keeper.ts';

const PREFIX = 'cascade.report';

export interface Writer {
  readonly obligationId: string;
  /** Officials share machines: nobody sends what another typed. */
  readonly personId: string;
}

/**
 * What was typed and not yet saved, on this machine: survives a broken line, a reload, an empty battery. Two tabs of one
 * person share the place: each keeps and forgets its own fields only.
 */
export function localDraft({ obligationId, personId }: Writer, storage: LocalStorage = localStorage) {
  const key = `${PREFIX}/${personId}/${obligationId}`;
  /** Fields that this tab has put there. */
  let own: readonly string[] = [];
  const stored = (): Kept | null => {
    try {
      // written below; a value of another shape is none
      const kept = JSON.parse(storage.getItem(key) ?? 'null') as Kept | null;
      return kept !== null && Number.isInteger(kept.basedOn) && isChange(kept.change) ? kept : null;
    } catch {
      return null;
    }
  };
  const put = (change: DraftChange, basedOn: number): void => {
    try {
      if (fieldsOf(change).length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify({ change, basedOn } satisfies Kept));
    } catch {
      // no room on this machine: then only the server keeps it
    }
  };
  const others = (): Kept | null => {
    const there = stored();
    return there === null ? null : { ...there, change: withoutFields(there.change, own) };
  };
  return {
    read(): Kept | null {
      const kept = stored();
      own = kept === null ? [] : fieldsOf(kept.change);
      return kept;
    },
    keep({ change, basedOn }: Kept): void {
      const there = others();
      own = fieldsOf(change);
      put(joinChanges(there?.change ?? {}, change), basedOn);
    },
    forget(): void {
      const there = others();
      own = [];
      if (there !== null) put(there.change, there.basedOn);
    },
  };
}

type LocalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isChange = (value: unknown): value is DraftChange => typeof value === 'object' && value !== null;
