import { Button, Card, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StoredDefinition } from '../../api/definitions.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { useDrawing, useEditor } from '../../drawing/editor.tsx';
import { createOwn, titled } from '../../library/create-own.ts';
import { dateTime } from '../../ui/dates.ts';
import { Failure } from '../../ui/failure.tsx';
import { ChangeList } from '../diff/change-list.tsx';
import { useChanges } from '../diff/use-changes.ts';
import { useOpened, useSaving } from '../opened.tsx';
import { restoreDrawing } from '../restore.ts';
import { Comparison } from '../versions/comparison.tsx';
import classes from './conflict-dialog.module.css';
import { useFocusBack } from '../../ui/use-focus-back.ts';

interface ConflictDialogProps {
  readonly theirs: StoredDefinition;
  readonly close: () => void;
}

/** Two people drew at once. Both sides' changes in words, and three ways on; none loses anything. */
export function ConflictDialog({ theirs, close }: ConflictDialogProps) {
  useFocusBack();
  const { t } = useTranslation();
  const base = useSaving((state) => state.saved);
  const mine = useDrawing((state) => state.present);
  const there = useMemo<Drawing>(() => ({ definition: theirs.draft, directive: theirs.directive }), [theirs]);
  const mineSince = useChanges(base, mine);
  const theirsSince = useChanges(base, there);
  const [looking, look] = useState(false);
  const who = theirs.updatedByName ?? theirs.updatedBy;
  if (looking) {
    return (
      <Comparison
        title={t('editor.conflict.canvas', { who })}
        before={there}
        after={mine}
        close={() => look(false)}
      >
        <Ways theirs={theirs} />
      </Comparison>
    );
  }
  return (
    <Modal
      opened
      size="xl"
      onClose={close}
      title={t('editor.conflict.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('editor.conflict.hint')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Card withBorder padding="sm">
            <Text fw={600} size="sm">
              {t('editor.conflict.mine')}
            </Text>
            <div className={classes['changes']}>
              <ChangeList changes={mineSince} />
            </div>
          </Card>
          <Card withBorder padding="sm">
            <Text fw={600} size="sm">
              {t('editor.conflict.theirs', { who, at: dateTime(theirs.updatedAt) })}
            </Text>
            <div className={classes['changes']}>
              <ChangeList changes={theirsSince} />
            </div>
          </Card>
        </SimpleGrid>
        <Group gap="xs">
          <Ways theirs={theirs} />
          <Button variant="subtle" size="xs" onClick={() => look(true)}>
            {t('editor.conflict.look')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Settled by any of these; the notice and its dialog go with the conflict. */
function Ways({ theirs }: { readonly theirs: StoredDefinition }) {
  const { t } = useTranslation();
  const { saver } = useOpened();
  const { drawing } = useEditor();
  const mine = useDrawing((state) => state.present);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const takeTheirs = () => {
    const { run } = drawing.getState();
    // mine stays one undo away
    run(restoreDrawing({ definition: theirs.draft, directive: theirs.directive }));
    saver.adopt(drawing.getState().present, theirs.draftRevision, theirs.updatedAt);
  };
  const asNew = useMutation({
    mutationFn: () =>
      createOwn({
        drawing: mine,
        title: titled(mine.definition.title, ` (${t('editor.conflict.mineEnding')})`),
      }),
    onSuccess: async ({ id }) => {
      // my work has a place of its own now: here the other's stands
      takeTheirs();
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      await navigate(`/drawings/${id}`);
    },
  });
  return (
    <>
      <Button size="xs" onClick={() => void saver.keepMine()}>
        {t('editor.conflict.keepMine')}
      </Button>
      <Button size="xs" variant="default" onClick={takeTheirs}>
        {t('editor.conflict.takeTheirs')}
      </Button>
      <Button size="xs" variant="default" loading={asNew.isPending} onClick={() => asNew.mutate()}>
        {t('editor.conflict.asNew')}
      </Button>
      {asNew.isError ? <Failure error={asNew.error} /> : null}
    </>
  );
}
