import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRetriable, Refusal } from '../api/client.ts';

interface FailureProps {
  readonly error: unknown;
  /** Absent where what failed was an act, not a look. */
  readonly retry?: () => void;
  /** Where this is mended, below the sentence. */
  readonly children?: ReactNode;
}

/** One shape for everything that did not work: what, why, and the way on. */
export function Failure({ error, retry, children }: FailureProps) {
  const { t, i18n } = useTranslation();
  const refusal = error instanceof Refusal ? error : null;
  const english = i18n.language === 'en';
  const sentence = refusal === null ? t('error.network') : english ? refusal.en : refusal.message;
  // a single problem is the sentence itself
  const others = (refusal?.problems ?? [])
    .map(({ vi, en }) => (english ? en : vi))
    .filter((each) => each !== sentence);
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle />}
      title={t(retry ? 'error.title' : 'error.act')}
    >
      <Text size="sm">{sentence}</Text>
      {others.length > 0 ? (
        <List size="sm" mt="xs">
          {others.map((each) => (
            <List.Item key={each}>{each}</List.Item>
          ))}
        </List>
      ) : null}
      {children}
      {retry && isRetriable(error) ? (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={retry}>
            {t('error.retry')}
          </Button>
        </Group>
      ) : null}
    </Alert>
  );
}
