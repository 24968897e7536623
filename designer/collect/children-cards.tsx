import { Button, Card, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueText } from '../monitor/value-text.ts';
import { Figure, type ChildrenListProps } from './children-table.tsx';
import classes from './collect.module.css';
import { isFigure } from './rows.ts';
import { RowStanding } from './row-standing.tsx';

/** Cards drawn at once on a phone. */
const DRAWN = 25;

/** The same list where there is no room for columns: a card per unit, the totals first. */
export function ChildrenCards({
  form,
  rows,
  totals,
  coverage,
  selected,
  select,
  ...list
}: ChildrenListProps) {
  const { t, i18n } = useTranslation();
  const [drawn, setDrawn] = useState(DRAWN);
  const columns = form.indicators.filter(isFigure);
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    select?.(next);
  };
  return (
    <Stack gap="xs">
      <Paper withBorder p="sm">
        <Text fw={700} size="sm">
          {t(list.settled ? 'collect.totalSigned' : 'collect.total')} ·{' '}
          {t('collect.counted', { accepted: coverage.accepted, owed: coverage.owed })}
        </Text>
        <dl className={classes['figures']}>
          {columns.map((indicator) => (
            <div key={indicator.id} style={{ display: 'contents' }}>
              <dt>
                {indicator.label} ({t(`collect.rule.${indicator.aggregate}`)})
              </dt>
              <dd>
                <button
                  type="button"
                  className={classes['cell']}
                  onClick={() => list.openCell({ form, indicator, row: null })}
                >
                  {valueText(totals[indicator.id]?.value ?? null, indicator, i18n.language)}
                </button>
              </dd>
            </div>
          ))}
        </dl>
      </Paper>
      {rows.slice(0, drawn).map((row) => (
        <Card
          key={row.obligationId}
          withBorder
          p="sm"
          className={classes['card'] ?? ''}
          data-open={row.obligationId === list.opened}
        >
          <Group gap="xs" wrap="nowrap" align="flex-start">
            {select === null ? null : (
              <Checkbox
                size="md"
                aria-label={t('collect.select', { unit: row.unitName })}
                checked={selected.has(row.obligationId)}
                onChange={() => toggle(row.obligationId)}
              />
            )}
            <Stack gap={4} flex={1} miw={0}>
              <Text fw={600}>{row.unitName}</Text>
              <RowStanding row={row} />
              {row.shown === null ? null : (
                <dl className={classes['figures']}>
                  {columns.map((indicator) => (
                    <div key={indicator.id} style={{ display: 'contents' }}>
                      <dt>{indicator.label}</dt>
                      <dd>
                        <Figure
                          row={row}
                          indicator={indicator}
                          open={() => list.openCell({ form, indicator, row })}
                        />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              <Button variant="light" size="sm" onClick={() => list.open(row)}>
                {t('collect.openReport')}
              </Button>
            </Stack>
          </Group>
        </Card>
      ))}
      {rows.length > drawn ? (
        <Button variant="default" onClick={() => setDrawn(drawn + DRAWN)}>
          {t('common.more')} ({rows.length - drawn})
        </Button>
      ) : null}
    </Stack>
  );
}
