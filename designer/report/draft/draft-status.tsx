import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconDeviceFloppy, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { time } from '../../ui/dates.ts';
import type { Keeper } from './keeper.ts';

/** Always in sight: whether what was typed is safe, and where. */
export function DraftStatus({ keeper }: { readonly keeper: Keeper }) {
  const { t } = useTranslation();
  const { save, server } = useStore(keeper.store);
  const [Icon, text] = (() => {
    switch (save.kind) {
      case 'saved':
        return server.updatedAt === null
          ? ([IconDeviceFloppy, t('report.draft.none')] as const)
          : ([IconCheck, t('report.draft.saved', { time: time(server.updatedAt) })] as const);
      case 'waiting':
      case 'saving':
        return [IconLoader2, t('report.draft.saving')] as const;
      case 'offline':
        return [IconCloudOff, t('report.draft.offline')] as const;
      case 'overtaken':
      case 'refused':
        return [IconCloudOff, t('report.draft.here')] as const;
    }
  })();
  const busy = save.kind === 'saving';
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <Text size="sm" role="status" data-testid="draft-status" data-save={save.kind}>
        {text}
      </Text>
      {save.kind === 'saved' ? null : (
        <Button size="compact-sm" variant="subtle" loading={busy} onClick={() => void keeper.flush()}>
          {t('report.draft.save')}
        </Button>
      )}
    </Group>
  );
}
