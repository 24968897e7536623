import { useEffect, useState } from 'react';
import { readDefinition, saveDefinition, type StoredDefinition, waitFor } from '../../api/definitions.ts';
import { useEditor } from '../../drawing/editor.tsx';
import { forgetAt, holdCopy } from '../../ui/kept-copy.ts';
import { copyKey, keepCopy, type Owner } from './local-copy.ts';
import { createSaver, type Saver } from './saver.ts';

/** Saves the open drawing as it changes. A drawing that may only be read never sends anything. */
export function useAutosave(stored: StoredDefinition, owner: Owner): Saver {
  const editor = useEditor();
  const [key] = useState(() => copyKey(owner));
  const [saver] = useState(() =>
    createSaver({
      drawing: editor.drawing.getState().present,
      revision: stored.draftRevision,
      savedAt: stored.updatedAt,
      remote: {
        put: (drawing, revision) => saveDefinition(stored.id, drawing, revision),
        read: () => readDefinition(stored.id),
      },
      local: {
        keep: (drawing, revision) => keepCopy(key, drawing, revision),
        forget: () => forgetAt(key),
      },
    }),
  );
  useEffect(() => {
    const unsubscribe = editor.drawing.subscribe((state, before) => {
      if (state.present !== before.present) saver.changed(state.present);
    });
    saver.start();
    const release = holdCopy(key);
    const flush = () => void saver.flush();
    const hide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const leave = (event: BeforeUnloadEvent) => {
      // what is being typed becomes part of the drawing when its field is left
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (saver.store.getState().save.kind === 'saved') return;
      saver.keep();
      event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      unsubscribe();
      release();
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
      saver.stop();
      waitFor(stored.id, saver.flush());
    };
  }, [editor, key, saver, stored.id]);
  return saver;
}
