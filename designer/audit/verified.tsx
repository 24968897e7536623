import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { count } from '../ui/numbers.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useVerification } from './api.ts';

/** Whether the chain of hashes holds, found out when it is asked for. */
export function Verified() {
  const { t, i18n } = useTranslation();
  const verification = useVerification();
  const { data } = verification;
  const broken = data?.firstBroken ?? null;
  return (
    <div aria-live="polite">
      <Group gap="sm">
        <Button
          size="compact-sm"
          variant="light"
          loading={verification.isFetching}
          onClick={() => void verification.refetch()}
        >
          {t('audit.verify')}
        </Button>
        {data === undefined ? (
          <Text size="sm" c="dimmed">
            {t('audit.verifyWhy')}
          </Text>
        ) : null}
      </Group>
      {verification.isError ? <Failure error={verification.error} /> : null}
      {data === undefined ? null : data.intact ? (
        <Alert mt="xs" color="pine" variant="light" icon={<IconShieldCheck aria-hidden />}>
          {t('audit.intact', {
            rows: count(data.rows, i18n.language),
            at: dateTime(new Date(verification.dataUpdatedAt).toISOString()),
          })}
        </Alert>
      ) : (
        <Alert mt="xs" color="red" icon={<IconShieldX aria-hidden />} title={t('audit.broken')}>
          {broken === null
            ? null
            : t(`audit.reasons.${broken.reason}`, {
                chain: String(broken.chain),
                seq: String(broken.seq),
                id: broken.id === null ? '–' : String(broken.id),
              })}
        </Alert>
      )}
    </div>
  );
}
