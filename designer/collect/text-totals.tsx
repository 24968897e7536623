import { Paper, Spoiler, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { valueText } from '../monitor/value-text.ts';
import type { ChildrenListProps } from './children-table.tsx';
import classes from './collect.module.css';
import { isFigure } from './rows.ts';

/** What comes together of the texts and lists, for which the table has no column: each can be followed to its sources. */
export function TextTotals({
  form,
  totals,
  openCell,
}: Pick<ChildrenListProps, 'form' | 'totals' | 'openCell'>) {
  const { t, i18n } = useTranslation();
  const worded = form.indicators.filter((each) => !isFigure(each) && each.aggregate !== 'none');
  if (worded.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('collect.textTotals')}>
      <Text fw={600} size="sm" mb={4}>
        {t('collect.textTotals')}
      </Text>
      {worded.map((indicator) => (
        <div key={indicator.id}>
          <Text size="sm" c="dimmed" mt={6}>
            {indicator.label} ({t(`collect.rule.${indicator.aggregate}`)})
          </Text>
          <Spoiler maxHeight={90} showLabel={t('totals.missingMore')} hideLabel={t('totals.missingLess')}>
            <button
              type="button"
              className={`${classes['cell']} ${classes['text']}`}
              title={t('totals.sources')}
              onClick={() => openCell({ form, indicator, row: null })}
            >
              {valueText(totals[indicator.id]?.value ?? null, indicator, i18n.language)}
            </button>
          </Spoiler>
        </div>
      ))}
    </Paper>
  );
}
