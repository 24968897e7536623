import { Alert, Button, Group, List, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconRocket, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { publishDefinition } from '../../api/definitions.ts';
import { useDrawing, useFindings } from '../../drawing/editor.tsx';
import { sentenceAt } from '../../problems/sentence-at.ts';
import { Failure } from '../../ui/failure.tsx';
import { ChangeList } from '../diff/change-list.tsx';
import { useChanges } from '../diff/use-changes.ts';
import { mayStart } from '../may-edit.ts';
import { useOpened } from '../opened.tsx';
import { useStarting } from '../start/starting.tsx';
import { usePublishing } from './use-publishing.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';

/** What the next version will say differently and what is doubtful about it, before it is frozen. */
export function PublishDialog({ close }: { readonly close: () => void }) {
  useFocusBack();
  const { t, i18n } = useTranslation();
  const { stored, saver, me } = useOpened();
  const { version, published } = usePublishing();
  const present = useDrawing((state) => state.present);
  const problems = useFindings((state) => state.problems);
  const changes = useChanges(published, present);
  const start = useStarting();
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: async () => {
      const { save, revision } = await saver.flush();
      if (save.kind === 'failed') throw save.error;
      // the page shows the conflict; there is nothing to publish until it is settled
      return save.kind === 'saved' ? publishDefinition(stored.id, revision) : null;
    },
    onSuccess: async (made) => {
      if (made === null) close();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['versions', stored.id] }),
        queries.invalidateQueries({ queryKey: ['definitions'] }),
      ]);
    },
  });
  const warnings = [
    ...new Set(
      problems
        .filter(({ severity }) => severity === 'warning')
        .map((each) => sentenceAt(each, present.definition, i18n.language)),
    ),
  ];
  const done = publish.data ?? null;
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={
        done === null
          ? t('editor.publishTitle', { version: version + 1 })
          : t('editor.published', { version: done.version })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      scrollAreaComponent={ScrollArea.Autosize}
    >
      {done === null ? (
        <Stack gap="sm">
          {version === 0 ? (
            <Text size="sm">{t('editor.firstVersion')}</Text>
          ) : (
            <>
              <Text fw={600} size="sm">
                {t('editor.changesSince', { version, count: changes.length })}
              </Text>
              <ChangeList changes={changes} />
            </>
          )}
          {warnings.length > 0 ? (
            <Alert color="orange" title={t('editor.warnings', { count: warnings.length })}>
              <List size="sm">
                {warnings.map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            </Alert>
          ) : null}
          <Text size="sm" c="dimmed">
            {t('editor.frozen')}
          </Text>
          {publish.isError ? <Failure error={publish.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('library.cancel')}
            </Button>
            <Button
              data-autofocus
              leftSection={<IconSend size={16} />}
              loading={publish.isPending}
              onClick={() => publish.mutate()}
            >
              {t('editor.publish')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('common.close')}
          </Button>
          {mayStart(me) ? (
            <Button
              data-autofocus
              leftSection={<IconRocket size={16} />}
              onClick={() => {
                close();
                start(done.version);
              }}
            >
              {t('editor.start')}
            </Button>
          ) : null}
        </Group>
      )}
    </Modal>
  );
}
