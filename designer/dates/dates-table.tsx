import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanPeriod } from '#model';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import { DateLine } from './date-line.tsx';
import { type DateRow, datesTable } from './date-rows.ts';
import classes from './dates-panel.module.css';

const COLUMNS = ['level', 'rule', 'due', 'lastDay', 'available', 'left', 'reminders', 'escalation'] as const;

/** The rows of one period, for the table and for the timeline. */
export function useRows(period: PlanPeriod): readonly DateRow[] {
  const definition = useDrawing((state) => state.present.definition);
  const calendars = useFindings((state) => state.calendars);
  return useMemo(() => datesTable({ definition, calendars }, period), [definition, calendars, period]);
}

export function DatesTable({ period }: { readonly period: PlanPeriod }) {
  const { t } = useTranslation();
  const rows = useRows(period);
  return (
    <Table.ScrollContainer minWidth={900} type="native" tabIndex={0} aria-label={t('dates.view_table')}>
      <Table className={classes['table'] ?? ''} verticalSpacing={4} horizontalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" title={t(`dates.columnHint_${column}`)}>
                {t(`dates.column_${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DateLine key={row.key} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
