import { Anchor, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Contribution } from '#engine';
import type { Indicator, ReportForm, Value } from '#model';
import { isUnreadable } from '../api/unreadable.ts';
import { valueText } from '../monitor/value-text.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { type Desk, type Row, useCell } from './api.ts';
import classes from './collect.module.css';
import { actorText } from '../report/who-text.ts';

export interface OpenCell {
  readonly form: ReportForm;
  readonly indicator: Indicator;
  /** Whose figure; null: the total. */
  readonly row: Row | null;
}

interface CellSourcesProps {
  readonly desk: Desk;
  readonly cell: OpenCell | null;
  readonly rows: readonly Row[];
  readonly close: () => void;
}

/** Where a figure comes from: whose part, in which version, when it came and who sent it. */
export function CellSources({ desk, cell, rows, close }: CellSourcesProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={cell !== null}
      onClose={close}
      size="lg"
      title={cell === null ? '' : t('collect.sourceTitle', { indicator: cell.indicator.label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {cell === null ? null : cell.row === null ? (
        <OfTotal desk={desk} cell={cell} rows={rows} />
      ) : (
        <OfRow desk={desk} indicator={cell.indicator} row={cell.row} />
      )}
    </Modal>
  );
}

function OfTotal({
  desk,
  cell,
  rows,
}: Pick<CellSourcesProps, 'desk' | 'rows'> & { readonly cell: OpenCell }) {
  const { t, i18n } = useTranslation();
  const { form, indicator } = cell;
  const found = useCell(desk, { reportId: form.id, indicator: indicator.id, revision: null });
  if (isUnreadable(found)) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.isSuccess) return <Text c="dimmed">{t('common.loading')}</Text>;
  const { value, from } = found.data.value;
  return (
    <Stack gap="xs">
      <Text>
        {t('collect.sourceTotal', {
          rule: t(`collect.rule.${indicator.aggregate}`),
          value: valueText(value, indicator, i18n.language),
          count: from.length,
        })}
      </Text>
      {from.length === 0 ? <Text c="dimmed">{t('collect.sourceNone')}</Text> : null}
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {from.map((part) => (
            <Part
              key={`${part.obligationId ?? ''}/${part.unitId}`}
              part={part}
              indicator={indicator}
              row={rows.find((row) => row.obligationId === part.obligationId)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Part({
  part,
  indicator,
  row,
}: {
  readonly part: Contribution;
  readonly indicator: Indicator;
  readonly row: Row | undefined;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {part.unitName}
        {part.obligationId === null ? ` (${t('collect.ownFigures')})` : ''}
        {row === undefined ? null : <Arrival row={row} />}
        {part.count > 1 ? (
          <Text size="xs" c="dimmed">
            {t('collect.sourceBehind', { count: part.count })}
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td ta="right" fw={600} className={classes['number'] ?? ''}>
        {valueText(part.value, indicator, i18n.language)}
      </Table.Td>
    </Table.Tr>
  );
}

function Arrival({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  if (row.shown === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('collect.received', {
        no: row.shown.no,
        at: dateTime(row.shown.receivedAt),
        who: actorText(t, row.shown.byName, row.shown.onBehalfOfName),
      })}
    </Text>
  );
}

function OfRow({ desk, indicator, row }: { desk: Desk; indicator: Indicator; row: Row }) {
  const { t, i18n } = useTranslation();
  const value: Value | null = row.shown?.values[indicator.id] ?? null;
  return (
    <Stack gap="xs">
      <Text>
        {row.unitName}: <b>{valueText(value, indicator, i18n.language)}</b>
      </Text>
      <Arrival row={row} />
      <Text size="sm">{t(row.counts ? 'collect.countsNow' : 'collect.notCounted')}</Text>
      {row.latest !== null && row.shown !== null && row.latest.no !== row.shown.no ? (
        <Text size="sm">{t('collect.newerWaits', { no: row.latest.no })}</Text>
      ) : null}
      {row.consolidates ? (
        <Anchor component={Link} to={`/campaigns/${desk.campaignId}/collect/${desk.period}/${row.unitId}`}>
          {t('collect.theirTable', { unit: row.unitName })}
        </Anchor>
      ) : null}
    </Stack>
  );
}
