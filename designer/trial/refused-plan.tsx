import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';

/** Why this cannot be started, each reason once. */
export function RefusedPlan({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const sentences = new Set(
    problems.filter(({ severity }) => severity === 'error').map((each) => sentenceFor(each, language)),
  );
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t('trial.simulate.impossible')}>
      <List size="sm">
        {[...sentences].slice(0, 20).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
