import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../drawing/editor.tsx';
import type { Bench } from './bench.ts';
import { toolsOf } from './tools-store.ts';

/** The same while drawing and language are. */
export function useBench(save?: () => void): Bench {
  const editor = useEditor();
  const { t } = useTranslation();
  return useMemo(
    () => ({ editor, tools: toolsOf(editor), t: (key) => t(key), ...(save === undefined ? {} : { save }) }),
    [editor, t, save],
  );
}
