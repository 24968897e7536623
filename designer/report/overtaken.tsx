import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useQueryClient } from '@tanstack/react-query';
import { readDraft } from './api.ts';
import type { Keeper } from './draft/keeper.ts';

/** Somebody handed the report in while this was being written: nothing is lost, and nothing is sent unseen. */
export function Overtaken({ keeper, taskId }: { readonly keeper: Keeper; readonly taskId: string }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const save = useStore(keeper.store, (state) => state.save);
  if (save.kind !== 'overtaken') return null;
  const { error } = save;
  const readAnew = () => queries.invalidateQueries({ queryKey: ['task', taskId] });
  return (
    <Alert color="orange" role="alert" title={t('report.overtaken.title')} data-testid="overtaken">
      <Text size="sm">{i18n.language === 'en' ? error.en : error.message}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={() => void readDraft(taskId).then(keeper.goOn).then(readAnew)}>
          {t('report.overtaken.goOn')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            keeper.drop();
            void readAnew();
          }}
        >
          {t('report.overtaken.drop')}
        </Button>
      </Group>
    </Alert>
  );
}
