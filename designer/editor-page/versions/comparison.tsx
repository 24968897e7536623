import { Group, Modal, Stack, Text } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Canvas } from '../../canvas/canvas.tsx';
import type { Drawing } from '../../drawing/drawing.ts';
import { createEditor, type Editor, EditorProvider, useEditor } from '../../drawing/editor.tsx';
import type { Change } from '../diff/change.ts';
import { ChangeList } from '../diff/change-list.tsx';
import { marksOf, mergedDrawing } from '../diff/marks.ts';
import { type ToldChange, useChanges } from '../diff/use-changes.ts';
import classes from './comparison.module.css';

interface ComparisonProps {
  readonly title: string;
  /** Null: `after` is only looked at. */
  readonly before: Drawing | null;
  readonly after: Drawing;
  readonly close: () => void;
  /** What can be done with what is seen. */
  readonly children?: ReactNode;
}

/** Two drawings over each other, and beside them what changed in words; a click centres the level. */
export function Comparison({ title, before, after, close, children }: ComparisonProps) {
  const { t } = useTranslation();
  const changes = useChanges(before, after);
  const around = useEditor();
  const [editor] = useState(() => lookedAt({ before, after }, around));
  useEffect(() => {
    const marks = marksOf(changes.map(({ change }) => change));
    editor.view.getState().show({ overlay: before === null ? { kind: 'none' } : { kind: 'diff', marks } });
  }, [editor, before, changes]);
  const go = ({ node }: Change) => {
    if (node !== null) editor.view.getState().centre(node);
  };
  return (
    <Modal
      opened
      fullScreen
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes['body'] ?? '', content: classes['content'] ?? '' }}
    >
      <div className={classes['canvas']}>
        <EditorProvider editor={editor}>
          <ReactFlowProvider>
            <Canvas />
          </ReactFlowProvider>
        </EditorProvider>
      </div>
      <Stack className={classes['side'] ?? ''} gap="sm">
        {children === undefined ? null : <Group gap="xs">{children}</Group>}
        {before === null ? null : <Told changes={changes} go={go} />}
      </Stack>
    </Modal>
  );
}

function Told({
  changes,
  go,
}: {
  readonly changes: readonly ToldChange[];
  readonly go: (change: Change) => void;
}) {
  const { t } = useTranslation();
  const kinds = useMemo(
    () => new Set(changes.flatMap(({ change }) => (change.node === null ? [] : [change.kind]))),
    [changes],
  );
  return (
    <>
      <Text fw={600} size="sm">
        {t('editor.changes', { count: changes.length })}
      </Text>
      {kinds.size > 0 ? (
        <Text size="xs" c="dimmed">
          {t('editor.changesHint')}
        </Text>
      ) : null}
      <ChangeList changes={changes} onGo={go} />
    </>
  );
}

/** A second, read-only editor; dates and counts on its levels would be those of another drawing, so it has none. */
function lookedAt(
  { before, after }: { readonly before: Drawing | null; readonly after: Drawing },
  around: Editor,
): Editor {
  const { trial, calendars } = around.findings.getState();
  const drawing = before === null ? after : mergedDrawing(before, after);
  const editor = createEditor(drawing, { trial, readOnly: true });
  editor.findings.getState().set({ calendars });
  return editor;
}
