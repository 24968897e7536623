import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconClockExclamation, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isRetriable } from '../api/client.ts';
import { Failure } from '../ui/failure.tsx';
import type { ReportForm } from '#model';
import type { Surroundings } from './api.ts';
import { DraftStatus } from './draft/draft-status.tsx';
import type { Keeper } from './draft/keeper.ts';
import type { Missing } from './missing.ts';
import { MissingList } from './missing-list.tsx';
import classes from './task-page.module.css';

interface SubmitBarProps {
  readonly form: ReportForm;
  readonly keeper: Keeper;
  readonly missing: readonly Missing[];
  /** It would go back just as it came. */
  readonly unchanged: boolean;
  readonly submitting: Surroundings['submitting'];
  /** Number that this version would have. */
  readonly no: number;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
}

/** “Nộp báo cáo” is not “Lưu nháp”: what is saved, what is missing, and what handing in now would mean. */
export function SubmitBar(props: SubmitBarProps) {
  const { form, keeper, missing, unchanged, submitting, no, busy, error, onSubmit } = props;
  const { t, i18n } = useTranslation();
  const refusal = submitting?.refusal ?? null;
  return (
    <>
      <Stack gap="sm" className={classes['submit'] ?? ''}>
        <MissingList form={form} missing={missing} />
        {refusal === null ? null : (
          <Alert color="red" role="status">
            {i18n.language === 'en' ? refusal.en : refusal.vi}
          </Alert>
        )}
        {refusal === null && submitting?.late ? (
          <Alert
            color="orange"
            p="xs"
            icon={<IconClockExclamation aria-hidden />}
            role="status"
            data-testid="late"
          >
            {t('report.willBeLate', { days: submitting.workingDaysLate })}
          </Alert>
        ) : null}
        {unchanged && refusal === null ? (
          <Text size="sm" role="status">
            {t('report.unchanged')}
          </Text>
        ) : null}
        {error === null ? null : (
          <>
            <Failure error={error} />
            {isRetriable(error) ? <Text size="sm">{t('report.submitAgain')}</Text> : null}
          </>
        )}
      </Stack>
      <Group justify="space-between" gap="xs" wrap="nowrap" className={classes['always'] ?? ''}>
        <DraftStatus keeper={keeper} />
        <Button
          size="md"
          leftSection={<IconSend size={18} aria-hidden />}
          loading={busy}
          disabled={refusal !== null}
          onClick={onSubmit}
        >
          {no === 1 ? t('report.submit') : t('report.submitVersion', { no })}
        </Button>
      </Group>
    </>
  );
}
