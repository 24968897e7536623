import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsolidatedReport } from '#engine';
import type { ReportForm } from '#model';
import { valueText } from '../monitor/value-text.ts';
import classes from './collect.module.css';

interface TotalsListProps {
  readonly forms: readonly ReportForm[];
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
}

/** The figures of one revision, form by form. */
export function TotalsList({ forms, reports }: TotalsListProps) {
  const { t, i18n } = useTranslation();
  return forms.map((form) => (
    <div key={form.id}>
      {forms.length > 1 ? (
        <Text size="sm" fw={600}>
          {form.title}
        </Text>
      ) : null}
      <dl className={classes['figures']}>
        {form.indicators.map((indicator) => (
          <div key={indicator.id} style={{ display: 'contents' }}>
            <dt>
              {indicator.label} ({t(`collect.rule.${indicator.aggregate}`)})
            </dt>
            <dd>
              {valueText(reports[form.id]?.indicators[indicator.id]?.value ?? null, indicator, i18n.language)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}
