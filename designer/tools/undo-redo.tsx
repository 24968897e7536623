import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { ToolButton } from './tool-button.tsx';

/** Says what would be undone: "Hoàn tác: xóa". */
export function UndoRedo() {
  const { t } = useTranslation();
  const last = useDrawing(({ past }) => past.at(-1)?.name);
  const next = useDrawing(({ future }) => future[0]?.name);
  const undo = useDrawing((state) => state.undo);
  const redo = useDrawing((state) => state.redo);
  return (
    <>
      <ToolButton
        label={last === undefined ? t('tools.undo') : t('tools.undoWhat', { what: t(`command.${last}`) })}
        keys="Ctrl+Z"
        off={last === undefined}
        run={undo}
      >
        <IconArrowBackUp size={18} />
      </ToolButton>
      <ToolButton
        label={next === undefined ? t('tools.redo') : t('tools.redoWhat', { what: t(`command.${next}`) })}
        keys="Ctrl+Y"
        off={next === undefined}
        run={redo}
      >
        <IconArrowForwardUp size={18} />
      </ToolButton>
    </>
  );
}
