import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';

/** One shape for everything that did not work: what, why, and the way on. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t, i18n } = useTranslation();
  const refusal = error instanceof Refusal ? error : null;
  const sentence =
    refusal === null ? t('error.network') : i18n.language === 'en' ? refusal.en : refusal.message;
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t('error.title')}>
      <Text size="sm">{sentence}</Text>
      {refusal !== null && refusal.problems.length > 0 ? (
        <List size="sm" mt="xs">
          {refusal.problems.map((each) => (
            <List.Item key={each.vi}>{i18n.language === 'en' ? each.en : each.vi}</List.Item>
          ))}
        </List>
      ) : null}
      {retry ? (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={retry}>
            {t('error.retry')}
          </Button>
        </Group>
      ) : null}
    </Alert>
  );
}
