import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';
import { type Place, useSought, useTree } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { soughtRows, treeRows } from './tree-rows.ts';
import { UnitPath } from './unit-path.tsx';
import { UnitRow } from './unit-row.tsx';
import classes from './unit-table.module.css';

interface UnitTableProps {
  readonly place: Place;
  readonly rootUnitId: string;
  readonly now: string;
}

/** Rows drawn at once; the rest comes with "Tải thêm", so that thousands of units do not freeze a phone. */
const DRAWN = 200;
const TYPING_MS = 250;
const STATUSES = ['open', 'acknowledged', 'submitted', 'returned', 'accepted', 'overdue'] as const;

/**
 * Who owes what, and where it stands. A small cascade is here as a whole; a large one unit by unit, searched
 * by the server.
 */
export function UnitTable({ place, rootUnitId, now }: UnitTableProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const [path, setPath] = useState<readonly TreeUnit[]>([]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [drawn, setDrawn] = useState(DRAWN);
  const [settled] = useDebouncedValue(text.trim(), TYPING_MS);
  const parent = path.at(-1)?.unitId ?? null;
  const tree = useTree(place, parent);
  const first = tree.data?.pages[0];
  const whole = first?.whole ?? path.length === 0;
  const seeking = !whole && (settled !== '' || status !== '');
  const sought = useSought(place, { text: settled, status }, seeking);
  const units = useMemo(() => tree.data?.pages.flatMap((page) => page.units) ?? [], [tree.data]);
  const names = useMemo(
    () =>
      new Map(
        [...units, ...path, ...(first?.parent ? [first.parent] : [])].map((unit) => [
          unit.unitId,
          unit.unitName,
        ]),
      ),
    [units, path, first],
  );
  const rows = seeking
    ? soughtRows(sought.data?.pages.flatMap((page) => page.items) ?? [])
    : treeRows(units, parent ?? rootUnitId, {
        closed,
        filter: whole ? { text, status } : { text: '', status: '' },
      });
  const shown = seeking ? sought : tree;
  if (isUnreadable(shown)) return <Failure error={shown.error} retry={() => void shown.refetch()} />;
  const toggle = (unit: TreeUnit) => {
    if (!whole) {
      setPath([...path, unit]);
      setDrawn(DRAWN);
      return;
    }
    const next = new Set(closed);
    if (!next.delete(unit.unitId)) next.add(unit.unitId);
    setClosed(next);
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <TextInput
          type="search"
          aria-label={t('monitor.search')}
          placeholder={t('monitor.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          flex="1 1 220px"
        />
        <Select
          aria-label={t('monitor.status')}
          data={[
            { value: '', label: t('monitor.allStatuses') },
            ...STATUSES.map((value) => ({
              value,
              label: value === 'overdue' ? t('counts.missing') : t(`status.${value}`),
            })),
          ]}
          value={status}
          onChange={(value) => setStatus(value ?? '')}
          allowDeselect={false}
          w={200}
        />
      </Group>
      {path.length > 0 && !seeking ? (
        <UnitPath path={path} goTo={(depth) => setPath(path.slice(0, depth))} />
      ) : null}
      {shown.isPending ? <Waiting /> : null}
      {rows.length > 0 ? (
        <Table
          verticalSpacing={6}
          className={classes['table']}
          highlightOnHover
          aria-label={t('monitor.units')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('monitor.unit')}</Table.Th>
              <Table.Th>{t('monitor.status')}</Table.Th>
              <Table.Th>{t('monitor.due')}</Table.Th>
              <Table.Th>{t('monitor.report')}</Table.Th>
              <Table.Th>{t('monitor.received')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, drawn).map((row) => (
              <UnitRow
                key={row.key}
                row={row}
                now={now}
                names={names}
                open={whole && !closed.has(row.unit.unitId)}
                toggle={
                  row.hasChildren || (!whole && !seeking && (row.unit.node?.disseminates ?? false))
                    ? toggle
                    : null
                }
                showParent={seeking}
              />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {shown.isSuccess && rows.length === 0 ? <Text c="dimmed">{t('monitor.noMatch')}</Text> : null}
      {rows.length > drawn ? (
        <Button variant="default" onClick={() => setDrawn(drawn + DRAWN)}>
          {t('common.more')} ({rows.length - drawn})
        </Button>
      ) : shown.hasNextPage ? (
        <Button
          variant="default"
          loading={shown.isFetchingNextPage}
          onClick={() => void shown.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </Stack>
  );
}
