import { ActionIcon, Badge, Group, Table, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TreeObligation, TreeUnit } from '#api/routes/campaigns/tree-shapes';
import { useMe } from '../api/session.ts';
import { dateTime, daysLeft } from '../ui/dates.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import { UnitName } from '../ui/unit-name.tsx';
import { dueInForce } from '../ui/due-in-force.ts';
import { DueWhy } from './due-why.tsx';
import type { TreeRow } from './tree-rows.ts';
import classes from './unit-table.module.css';

interface UnitRowProps {
  readonly row: TreeRow;
  readonly now: string;
  readonly names: ReadonlyMap<string, string>;
  readonly open: boolean;
  /** Opens or closes what is below; null where that is nothing. */
  readonly toggle: ((unit: TreeUnit) => void) | null;
  /** Many communes share a name: say whose it is. */
  readonly showParent: boolean;
}

export function UnitRow({ row: { unit, depth }, now, names, open, toggle, showParent }: UnitRowProps) {
  const { t } = useTranslation();
  const me = useMe();
  const obligation = unit.obligations[0];
  const via = obligation?.collectorUnitId ?? null;
  const below = unit.node?.below ?? null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} className={classes['unit']} data-depth={Math.min(depth, 5)}>
        <Group gap={4} wrap="nowrap" align="flex-start">
          {toggle === null ? (
            <span className={classes['gap']} />
          ) : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-expanded={open}
              aria-label={t(open ? 'monitor.collapse' : 'monitor.expand', { unit: unit.unitName })}
              onClick={() => toggle(unit)}
            >
              {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            </ActionIcon>
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
            {showParent && unit.parentUnitId !== null ? (
              <Text size="xs" c="dimmed">
                <UnitName id={unit.parentUnitId} names={names} />
              </Text>
            ) : null}
            {!showParent && via !== null && via !== unit.parentUnitId ? (
              <Text size="xs" c="dimmed">
                {t('monitor.via', { unit: names.get(via) ?? via })}
              </Text>
            ) : null}
            {below !== null && below.opened > 0 ? (
              <Text size="xs" c={below.overdue > 0 ? 'var(--cascade-alarm)' : 'dimmed'}>
                {t('monitor.below', { done: below.done, opened: below.opened, overdue: below.overdue })}
              </Text>
            ) : null}
          </div>
        </Group>
      </Table.Th>
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
  const { done, status, version, countedAt } = obligation;
  const { dueAt, why } = dueInForce(obligation);
  const left = dueAt === null || done || status === 'submitted' ? null : daysLeft(dueAt, now);
  return (
    <>
      <Table.Td data-label={t('monitor.status')}>
        <StatusChip status={status} timeliness={obligation.timeliness} />
      </Table.Td>
      <Table.Td data-label={t('monitor.due')}>
        <DueWhy dueAt={dueAt} why={why} />
        {left === null ? null : (
          <Text size="xs" c={left < 0 ? 'var(--cascade-alarm)' : 'dimmed'}>
            {left < 0 ? t('monitor.daysOver', { days: -left }) : t('monitor.daysLeft', { days: left })}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t('monitor.report')} data-empty={version === 0}>
        {version === 0 ? '–' : version}
      </Table.Td>
      <Table.Td data-label={t('monitor.received')} data-empty={countedAt === null}>
        {countedAt === null ? '–' : dateTime(countedAt)}
      </Table.Td>
    </>
  );
}
