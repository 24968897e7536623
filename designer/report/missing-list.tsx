import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sentenceFor } from '#model/sentences/index';
import { anchorOf } from './fields/field-context.ts';
import type { Missing } from './missing.ts';

/** What is still missing, each a way to the field that it is about. */
export function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (missing.length === 0) return null;
  return (
    <div data-testid="missing">
      <Text size="sm" fw={600}>
        {t('report.missing', { count: missing.length })}
      </Text>
      <List size="sm">
        {missing.map(({ field, problem }, index) => (
          <List.Item key={`${field}-${problem.code}-${index}`}>
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => goTo(field)}>
              {sentenceFor(problem, language)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function goTo(field: string): void {
  const found = document.getElementById(anchorOf(field));
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}
