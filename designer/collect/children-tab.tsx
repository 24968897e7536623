import { Drawer, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ReportForm } from '#model';
import type { Desk, Outcome, Row, Table } from './api.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CellSources, type OpenCell } from './cell-sources.tsx';
import { ChildrenCards } from './children-cards.tsx';
import { ChildrenTable } from './children-table.tsx';
import { Differences } from './differences.tsx';
import classes from './collect.module.css';
import {
  DRAWING,
  type Order,
  sortedRows,
  STANDINGS,
  type Standing,
  standingIn,
  stands,
  wantedRows,
} from './rows.ts';
import { RowPanel } from './row-panel.tsx';
import { isSettled } from './settled.ts';
import { TextTotals } from './text-totals.tsx';

interface ChildrenTabProps {
  readonly desk: Desk;
  readonly table: Table;
  readonly mayDecide: boolean;
}

/** Everybody who owes a report here, the figures, and what is to be decided. */
export function ChildrenTab(props: ChildrenTabProps) {
  const { t } = useTranslation();
  const { forms } = props.table;
  const [chosen, choose] = useState<string | null>(null);
  const form = forms.find(({ id }) => id === chosen) ?? forms[0];
  if (form === undefined) return <Text c="dimmed">{t('collect.noChildren')}</Text>;
  return (
    <Stack gap="sm">
      {forms.length > 1 ? (
        <NativeSelect
          label={t('collect.form')}
          value={form.id}
          onChange={(event) => choose(event.currentTarget.value)}
          data={forms.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : null}
      <OfForm key={form.id} {...props} form={form} />
    </Stack>
  );
}

function OfForm({ desk, table, mayDecide, form }: ChildrenTabProps & { readonly form: ReportForm }) {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const beside = useMediaQuery('(min-width: 68em)', undefined, { getInitialValueInEffect: false });
  const [words] = useSearchParams();
  const [text, setText] = useState('');
  // a key shows at once, however many rows it sifts
  const sought = useDeferredValue(text);
  const [chosen, setStanding] = useState<Standing | null>(null);
  const [order, setOrder] = useState<Order>(DRAWING);
  const [open, setOpen] = useState<string | null>(null);
  const [cell, setCell] = useState<OpenCell | null>(null);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState(false);
  // what is done is chosen no more: the next tap must not undo it
  const told = (outcomes: readonly Outcome[] | null): void => {
    setUnread(outcomes !== null);
    if (outcomes !== null)
      select(new Set(outcomes.flatMap(({ row, problem }) => (problem === null ? [] : [row.obligationId]))));
  };
  const rows = useMemo(
    () => table.rows.filter(({ reportId }) => reportId === form.id),
    [table.rows, form.id],
  );
  // what a link leads to, until that is done: then there is nothing to be left out
  const linked = standingIn(words);
  const standing = chosen ?? (rows.some((row) => stands(row, linked)) ? linked : 'all');
  const shown = useMemo(
    () => sortedRows(wantedRows(rows, { text: sought, standing }), order),
    [rows, sought, standing, order],
  );
  const opened = rows.find(({ obligationId }) => obligationId === open);
  const picked = rows.filter(({ obligationId }) => selected.has(obligationId));
  const list = {
    form,
    rows: shown,
    totals: table.totals[form.id] ?? {},
    targets: table.targets[form.id] ?? {},
    coverage: table.coverage,
    settled: isSettled(table),
    opened: open,
    open: (row: Row) => setOpen(row.obligationId === open ? null : row.obligationId),
    openCell: setCell,
    selected,
    select: mayDecide ? select : null,
    order,
    setOrder,
  };
  const panel =
    opened === undefined ? null : (
      <RowPanel
        key={opened.obligationId}
        desk={desk}
        table={table}
        row={opened}
        mayDecide={mayDecide}
        close={beside ? () => setOpen(null) : null}
      />
    );
  return (
    <Stack gap="sm">
      <Differences forms={[form]} table={table} />
      <Group gap="xs" align="flex-end" className="screen-only">
        <TextInput
          type="search"
          aria-label={t('collect.search')}
          placeholder={t('collect.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          flex="1 1 200px"
        />
        <NativeSelect
          aria-label={t('collect.standingFilter')}
          value={standing}
          onChange={(event) =>
            setStanding(STANDINGS.find((each) => each === event.currentTarget.value) ?? 'all')
          }
          data={STANDINGS.map((value) => ({
            value,
            label: `${t(`collect.standing.${value}`)} (${rows.filter((row) => stands(row, value)).length})`,
          }))}
        />
      </Group>
      <div className={classes['desk']} data-open={beside && panel !== null}>
        {rows.length > 0 && shown.length === 0 ? (
          <Text c="dimmed">{t('collect.noMatch')}</Text>
        ) : wide ? (
          <ChildrenTable {...list} />
        ) : (
          <ChildrenCards {...list} />
        )}
        {beside ? panel : null}
      </div>
      <TextTotals form={form} totals={list.totals} openCell={setCell} />
      {beside ? null : (
        <Drawer
          opened={panel !== null}
          onClose={() => setOpen(null)}
          position="right"
          size="lg"
          title={opened?.unitName ?? ''}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          {panel}
        </Drawer>
      )}
      {mayDecide && (picked.length > 0 || unread) ? (
        <BulkBar desk={desk} rows={picked} table={table} clear={() => select(new Set())} told={told} />
      ) : null}
      <CellSources desk={desk} cell={cell} rows={rows} close={() => setCell(null)} />
    </Stack>
  );
}
