import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Acts } from './acts.tsx';
import type { Desk, Outcome, Row, Table } from './api.ts';
import classes from './collect.module.css';

interface BulkBarProps {
  readonly desk: Desk;
  readonly rows: readonly Row[];
  readonly table: Table;
  readonly clear: () => void;
  readonly told: (outcomes: readonly Outcome[] | null) => void;
}

/** Stays in sight as long as something is chosen, or what an act came to is not put away yet. */
export function BulkBar({ desk, rows, table, clear, told }: BulkBarProps) {
  const { t } = useTranslation();
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      className={classes['bulk'] ?? ''}
      role="region"
      aria-label={t('collect.bulk')}
    >
      {rows.length === 0 ? null : (
        <Group gap="xs" mb={6}>
          <Text size="sm" fw={600}>
            {t('collect.chosen', { count: rows.length })}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {t('collect.unselect')}
          </Button>
        </Group>
      )}
      <Acts desk={desk} rows={rows} table={table} told={told} />
    </Paper>
  );
}
