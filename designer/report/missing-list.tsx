import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportForm } from '#model';
import { sentenceFor } from '#model/sentences/index';
import classes from './task-page.module.css';
import { anchorOf } from './fields/field-context.ts';
import type { Missing } from './missing.ts';

/** Where the keys go when handing in was asked for too early. */
export const MISSING = 'report-missing';

/** What is still missing, each a way to the field that it is about. */
export function MissingList({
  form,
  missing,
}: {
  readonly form: ReportForm;
  readonly missing: readonly Missing[];
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (missing.length === 0) return null;
  return (
    <div id={MISSING} tabIndex={-1} data-testid="missing">
      <Text size="sm" fw={600}>
        {t('report.missing', { count: missing.length })}
      </Text>
      <List size="sm">
        {missing.map(({ field, problem }, index) => (
          <List.Item key={`${field}-${problem.code}-${index}`}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              className={classes['goto'] ?? ''}
              onClick={() => goTo(field)}
            >
              {labelOf(form, field, problem)}
              {sentenceFor(problem, language)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Sentences about a figure say what is wrong with it, not whose it is. */
function labelOf(form: ReportForm, field: string, { params }: Missing['problem']): string {
  if ('label' in params) return '';
  const label = form.indicators.find(({ id }) => field === `values.${id}`)?.label;
  return label === undefined ? '' : `${label}: `;
}

function goTo(field: string): void {
  const found = document.getElementById(anchorOf(field));
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}
