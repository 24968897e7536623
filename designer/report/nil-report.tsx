import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReportForm } from '#model';
import type { Keeper } from './draft/keeper.ts';

interface NilReportProps {
  readonly form: ReportForm;
  readonly keeper: Keeper;
  /** Hands the report in as it stands; where files are still missing, they are asked for first. */
  readonly onSubmit: () => void;
}

/** Báo cáo không phát sinh: one tap, and a word on what it means. */
export function NilReport({ form, keeper, onSubmit }: NilReportProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const nil = useStore(keeper.store, ({ content }) => content.nil);
  if (nil) {
    return (
      <Alert
        color="blue"
        icon={<IconCircleOff aria-hidden />}
        title={t('report.nil.isNil')}
        data-testid="nil"
      >
        <Text size="sm">{t('report.nil.means')}</Text>
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => keeper.change({ nil: false })}>
          {t('report.nil.undo')}
        </Button>
      </Alert>
    );
  }
  if (!form.nilAllowed) return null;
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconCircleOff size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('report.nil.button')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('report.nil.button')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack>
          <Text size="sm">{t('report.nil.means')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                setAsking(false);
                keeper.change({ nil: true });
                onSubmit();
              }}
            >
              {t('report.nil.submit')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
