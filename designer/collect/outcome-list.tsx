import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Outcome } from './api.ts';

/** What an act on several came to: how many are done, and row by row what was refused and why. */
export function OutcomeList({
  outcomes,
  close,
}: {
  readonly outcomes: readonly Outcome[];
  readonly close: () => void;
}) {
  const { t, i18n } = useTranslation();
  const refused = outcomes.flatMap(({ row, problem }) => (problem === null ? [] : [{ row, problem }]));
  const done = outcomes.length - refused.length;
  return (
    <Alert
      role="status"
      color={refused.length === 0 ? 'pine' : 'orange'}
      title={t('collect.outcome', { done, all: outcomes.length })}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={close}
    >
      {refused.length === 0 ? null : (
        <>
          <Text size="sm">{t('collect.refusedRows')}</Text>
          <List size="sm">
            {refused.map(({ row, problem }) => (
              <List.Item key={row.obligationId}>
                {row.unitName}: {i18n.language === 'en' ? problem.en : problem.vi}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
