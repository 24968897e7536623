import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { useDrawing } from '../drawing/editor.tsx';
import { sentenceAt } from '../problems/sentence-at.ts';

/** Why this cannot be started, each reason once. */
export function RefusedPlan({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, i18n } = useTranslation();
  const definition = useDrawing((state) => state.present.definition);
  const sentences = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map((each) => sentenceAt(each, definition, i18n.language)),
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
