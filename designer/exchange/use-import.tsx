import { Alert, Button, Group, List, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, Result } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { useEditor } from '../drawing/editor.tsx';
import type { ReadDrawing } from './drawing-file.ts';
import { importDrawing } from './import-command.ts';
import { readDrawingFile } from './read-file.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

const MOST_SHOWN = 30;

/**
 * Lets the person choose a file and puts its drawing in the place of the open one, once what the file
 * loses on the way has been read. A refused file changes nothing.
 */
export function useImport(): { readonly choose: () => void; readonly dialog: ReactNode } {
  const { drawing, view } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [read, show] = useState<Result<ReadDrawing> | null>(null);
  const replace = (imported: ReadDrawing): void => {
    drawing.getState().run(importDrawing(imported.drawing));
    view.getState().centre();
    show(null);
  };
  const dialog = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.bpmn,.xml,application/json"
        data-testid="import-file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // the same file may be chosen again after it was mended
          currentTarget.value = '';
          if (file !== undefined) void readDrawingFile(file).then(show);
        }}
      />
      {read === null ? null : <Outcome read={read} close={() => show(null)} replace={replace} />}
    </>
  );
  return { choose: () => input.current?.click(), dialog };
}

interface OutcomeProps {
  readonly read: Result<ReadDrawing>;
  readonly close: () => void;
  readonly replace: (imported: ReadDrawing) => void;
}

function Outcome({ read, close, replace }: OutcomeProps) {
  useFocusBack();
  const { t } = useTranslation();
  const title = read.ok
    ? t('exchange.preview', { title: read.value.drawing.definition.title })
    : t('exchange.refused');
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {read.ok ? (
        <Stack gap="sm">
          <Text size="sm">
            {t('exchange.levels', { count: read.value.drawing.definition.nodes.length })}.{' '}
            {read.value.notCarried.length === 0 ? t('exchange.nothingLost') : null}
          </Text>
          {read.value.notCarried.length === 0 ? null : (
            <Alert color="orange" title={t('exchange.notCarried', { count: read.value.notCarried.length })}>
              <ScrollArea.Autosize mah="min(320px, 40vh)" type="auto" viewportProps={{ tabIndex: 0 }}>
                <Sentences problems={read.value.notCarried} />
              </ScrollArea.Autosize>
            </Alert>
          )}
          <Text size="sm" c="dimmed">
            {t('exchange.replaces')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('exchange.cancel')}
            </Button>
            <Button data-autofocus onClick={() => replace(read.value)}>
              {t('exchange.replace')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Alert color="red" role="alert">
          <Sentences problems={read.problems} />
          <Text size="sm" mt="xs">
            {t('exchange.refusedHint')}
          </Text>
        </Alert>
      )}
    </Modal>
  );
}

function Sentences({ problems }: { readonly problems: readonly Problem[] }) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const sentences = [...new Set(problems.map((each) => sentenceFor(each, language)))];
  if (sentences.length === 1) return <Text size="sm">{sentences[0]}</Text>;
  return (
    <List size="sm" spacing={4}>
      {sentences.slice(0, MOST_SHOWN).map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
      {sentences.length > MOST_SHOWN ? <List.Item>… +{sentences.length - MOST_SHOWN}</List.Item> : null}
    </List>
  );
}
