import { Alert, Button, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { readDrawingFile } from '../exchange/read-file.ts';
import { Failure } from '../ui/failure.tsx';
import { titled } from './create-own.ts';
import { useCreate } from './use-create.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

const MOST_SHOWN = 12;

/** A drawing from a file: read here, shown with what it lost on the way, then made a drawing of one's own. */
export function ImportDialog({ close }: { readonly close: () => void }) {
  useFocusBack();
  const { t } = useTranslation();
  const create = useCreate();
  const read = useMutation({ mutationFn: (file: File) => readDrawingFile(file) });
  const drawing = read.data?.ok === true ? read.data.value.drawing : null;
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={t('library.import')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <FileInput
          data-autofocus
          label={t('library.file')}
          description={t('library.fileHint')}
          placeholder={t('library.choose')}
          accept=".json,.bpmn,.xml,application/json"
          leftSection={<IconFileImport size={16} />}
          clearable
          onChange={(file) => (file === null ? read.reset() : read.mutate(file))}
        />
        {read.data?.ok === false ? (
          <Alert color="red" role="alert" title={t('library.refused')}>
            <Sentences problems={read.data.problems} />
          </Alert>
        ) : null}
        {read.isError ? <Failure error={read.error} /> : null}
        {drawing === null ? null : (
          <Text>
            {t('library.readDrawing', {
              title: drawing.definition.title,
              count: drawing.definition.nodes.length,
            })}
          </Text>
        )}
        {read.data?.ok === true && read.data.value.notCarried.length > 0 ? (
          <Alert color="orange" title={t('library.notCarried')}>
            <Sentences problems={read.data.value.notCarried} />
          </Alert>
        ) : null}
        {create.isError ? <Failure error={create.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('library.cancel')}
          </Button>
          <Button
            disabled={drawing === null}
            loading={create.isPending}
            onClick={() =>
              drawing === null
                ? undefined
                : create.mutate({ drawing, title: titled(drawing.definition.title) })
            }
          >
            {t('library.importIt')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Sentences({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, i18n } = useTranslation();
  const sentences = problems.map((each) => sentenceFor(each, i18n.language === 'en' ? 'en' : 'vi'));
  const shown = [...new Set(sentences)];
  return (
    <List size="sm">
      {shown.slice(0, MOST_SHOWN).map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
      {shown.length > MOST_SHOWN ? (
        <List.Item>{t('library.furtherProblems', { count: shown.length - MOST_SHOWN })}</List.Item>
      ) : null}
    </List>
  );
}
