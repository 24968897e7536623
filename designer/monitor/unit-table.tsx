import { ActionIcon, Badge, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, useTree } from '../api/queries.ts';
import { useMe } from '../api/session.ts';
import type { TreeObligation, TreeUnit } from '../api/shapes.ts';
import { dateTime, daysLeft } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { DueWhy } from './due-why.tsx';
import { type TreeRow, treeRows } from './tree-rows.ts';
import classes from './unit-table.module.css';

interface UnitTableProps {
  readonly place: Place;
  readonly rootUnitId: string;
  readonly now: string;
}

/** Rows drawn at once; the rest comes with "Tải thêm", so that thousands of units do not freeze a phone. */
const DRAWN = 200;
const STATUSES = ['open', 'acknowledged', 'submitted', 'returned', 'accepted', 'overdue'] as const;

export function UnitTable({ place, rootUnitId, now }: UnitTableProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const [path, setPath] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [drawn, setDrawn] = useState(DRAWN);
  const parent = path.at(-1)?.id ?? null;
  const tree = useTree(place, parent);
  const whole = tree.data?.pages[0]?.whole ?? true;
  const units = useMemo(() => tree.data?.pages.flatMap((page) => page.units) ?? [], [tree.data]);
  const names = useMemo(() => new Map(units.map((unit) => [unit.unitId, unit.unitName])), [units]);
  const rows = treeRows(units, parent ?? rootUnitId, { closed, filter: { text, status } });
  if (tree.isError) return <Failure error={tree.error} retry={() => void tree.refetch()} />;
  const toggle = (unit: TreeUnit) => {
    if (!whole) {
      setPath([...path, { id: unit.unitId, name: unit.unitName }]);
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
      {path.length > 0 ? (
        <Group gap={4}>
          <Button size="compact-xs" variant="subtle" onClick={() => setPath([])}>
            ⤒
          </Button>
          {path.map((step, index) => (
            <Button
              key={step.id}
              size="compact-xs"
              variant="subtle"
              onClick={() => setPath(path.slice(0, index + 1))}
            >
              {step.name}
            </Button>
          ))}
        </Group>
      ) : null}
      <Table.ScrollContainer minWidth={0}>
        <Table verticalSpacing={6} className={classes['table']} striped={false} highlightOnHover>
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
                key={`${row.unit.parentUnitId}/${row.unit.unitId}`}
                row={row}
                now={now}
                names={names}
                open={!closed.has(row.unit.unitId)}
                whole={whole}
                toggle={toggle}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {tree.isSuccess && rows.length === 0 ? <Text c="dimmed">{t('monitor.noMatch')}</Text> : null}
      {rows.length > drawn ? (
        <Button variant="default" onClick={() => setDrawn(drawn + DRAWN)}>
          {t('common.more')} ({rows.length - drawn})
        </Button>
      ) : tree.hasNextPage ? (
        <Button variant="default" loading={tree.isFetchingNextPage} onClick={() => void tree.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </Stack>
  );
}

interface UnitRowProps {
  readonly row: TreeRow;
  readonly now: string;
  readonly names: ReadonlyMap<string, string>;
  readonly open: boolean;
  readonly whole: boolean;
  readonly toggle: (unit: TreeUnit) => void;
}

function UnitRow({ row, now, names, open, whole, toggle }: UnitRowProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { unit, depth } = row;
  const expandable = row.hasChildren || (!whole && (unit.node?.disseminates ?? false));
  const obligation = unit.obligations[0];
  const via = obligation?.collectorUnitId ?? null;
  return (
    <Table.Tr>
      <Table.Td className={classes['unit']} data-depth={Math.min(depth, 5)}>
        <Group gap={4} wrap="nowrap">
          {expandable ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-expanded={whole ? open : false}
              aria-label={t(open && whole ? 'monitor.collapse' : 'monitor.expand', { unit: unit.unitName })}
              onClick={() => toggle(unit)}
            >
              {open && whole ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            </ActionIcon>
          ) : (
            <span className={classes['gap']} />
          )}
          <div>
            <Text size="sm" fw={unit.node === null ? 400 : 600}>
              {unit.unitName}{' '}
              {me.data?.unit?.id === unit.unitId ? (
                <Badge size="xs" variant="light">
                  {t('monitor.you')}
                </Badge>
              ) : null}
            </Text>
            {via !== null && via !== unit.parentUnitId ? (
              <Text size="xs" c="dimmed">
                {t('monitor.via', { unit: names.get(via) ?? via })}
              </Text>
            ) : null}
          </div>
        </Group>
      </Table.Td>
      {obligation === undefined ? (
        <Table.Td colSpan={4} data-label={t('monitor.status')}>
          <Text size="sm" c="dimmed">
            {t('status.planned')}
          </Text>
        </Table.Td>
      ) : (
        <ObligationCells obligation={obligation} now={now} />
      )}
    </Table.Tr>
  );
}

function ObligationCells({ obligation, now }: { readonly obligation: TreeObligation; readonly now: string }) {
  const { t } = useTranslation();
  const { dueAt, done, status } = obligation;
  const left = dueAt === null || done || status === 'submitted' ? null : daysLeft(dueAt, now);
  return (
    <>
      <Table.Td data-label={t('monitor.status')}>
        <StatusChip status={status} timeliness={obligation.timeliness} />
      </Table.Td>
      <Table.Td data-label={t('monitor.due')}>
        <DueWhy dueAt={dueAt} why={obligation.dueWhy} />
        {left === null ? null : (
          <Text size="xs" c={left < 0 ? 'red.8' : 'dimmed'}>
            {left < 0 ? t('monitor.daysOver', { days: -left }) : t('monitor.daysLeft', { days: left })}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t('monitor.report')}>
        {obligation.version === 0 ? '–' : obligation.version}
      </Table.Td>
      <Table.Td data-label={t('monitor.received')}>
        {obligation.countedAt === null ? '–' : dateTime(obligation.countedAt)}
      </Table.Td>
    </>
  );
}
