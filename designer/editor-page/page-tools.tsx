import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useView } from '../drawing/editor.tsx';
import { useProblemCounts } from '../problems/use-problems.ts';
import { CanvasTools } from '../tools/canvas-tools.tsx';
import type { Extra } from '../tools/entries.ts';
import { mayStart } from './may-edit.ts';
import { useOpened } from './opened.tsx';
import { usePublishing } from './publish/use-publishing.ts';
import { useStarting } from './start/starting.tsx';

/** The bar over the canvas, whose Ctrl+K also does what the header of the page does. */
export function PageTools() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useView((state) => state.readOnly);
  const { me } = useOpened();
  const { errors } = useProblemCounts();
  const { version, differs, ask } = usePublishing();
  const start = useStarting();
  const show = useView((state) => state.show);
  const actions: readonly Extra[] = [
    ...(readOnly || errors > 0 || !differs ? [] : [{ id: 'publish', label: t('editor.publish'), run: ask }]),
    ...(readOnly || errors === 0
      ? []
      : [
          {
            id: 'errors',
            label: t('editor.publishBlocked', { count: errors }),
            run: () => show({ drawer: 'problems' }),
          },
        ]),
    ...(mayStart(me) && version > 0
      ? [{ id: 'start', label: t('editor.start'), run: () => start(version) }]
      : []),
    { id: 'list', label: t('editor.back'), run: () => void navigate('/drawings') },
  ];
  return <CanvasTools actions={actions} />;
}
