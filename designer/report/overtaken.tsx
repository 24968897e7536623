import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Failure } from '../ui/failure.tsx';
import { readDraft } from './api.ts';
import type { Keeper } from './draft/keeper.ts';

/** Somebody handed the report in while this was being written: nothing is lost, and nothing is sent unseen. */
export function Overtaken({ keeper, taskId }: { readonly keeper: Keeper; readonly taskId: string }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const save = useStore(keeper.store, (state) => state.save);
  const readAnew = () => queries.invalidateQueries({ queryKey: ['task', taskId] });
  const goOn = useMutation({
    mutationFn: () => readDraft(taskId),
    onSuccess: (draft) => {
      keeper.goOn(draft);
      return readAnew();
    },
  });
  if (save.kind !== 'overtaken') return null;
  const { error } = save;
  return (
    <Alert color="orange" role="alert" title={t('report.overtaken.title')} data-testid="overtaken">
      <Text size="sm">{i18n.language === 'en' ? error.en : error.message}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={goOn.isPending} onClick={() => goOn.mutate()}>
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
      {goOn.isError ? <Failure error={goOn.error} /> : null}
    </Alert>
  );
}
