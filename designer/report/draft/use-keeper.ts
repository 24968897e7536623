import { useEffect, useState } from 'react';
import { useMe } from '../../api/session.ts';
import { type Draft, saveDraft } from '../api.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { localDraft } from './local-draft.ts';

/** Keeps the draft of one report while its form is open. */
export function useKeeper(obligationId: string, draft: Draft): Keeper {
  const me = useMe().data;
  const [keeper] = useState(() =>
    createKeeper({
      draft,
      put: (change) => saveDraft(obligationId, change),
      local: localDraft({ obligationId, personId: me?.id ?? '' }),
    }),
  );
  useEffect(() => keeper.read(draft), [keeper, draft]);
  useEffect(() => {
    const flush = () => void keeper.flush();
    const hide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    keeper.start();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', hide);
      flush();
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}
