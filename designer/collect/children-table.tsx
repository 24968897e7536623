import { Checkbox, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage, TargetResult } from '#engine';
import type { Indicator, ReportForm } from '#model';
import { valueText } from '../monitor/value-text.ts';
import { decimal } from '../ui/numbers.ts';
import { usePrinting } from '../ui/use-printing.ts';
import type { Row, Total } from './api.ts';
import type { OpenCell } from './cell-sources.tsx';
import classes from './collect.module.css';
import { isFigure, type Order } from './rows.ts';
import { RowStanding } from './row-standing.tsx';

export interface ChildrenListProps {
  readonly form: ReportForm;
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<string, Total>>;
  readonly targets: Readonly<Record<string, TargetResult>>;
  readonly coverage: Coverage;
  /** The totals are those that were signed. */
  readonly settled: boolean;
  /** Obligation whose report is open beside the list. */
  readonly opened: string | null;
  readonly open: (row: Row) => void;
  readonly openCell: (cell: OpenCell) => void;
  readonly selected: ReadonlySet<string>;
  /** Null: nothing to be done with a choice. */
  readonly select: ((selected: ReadonlySet<string>) => void) | null;
  readonly order: Order;
  readonly setOrder: (order: Order) => void;
}

/** Rows up to this many are simply drawn. */
const FEW = 60;
const ROW_HEIGHT = 62;

/** Units down, indicators across; head, names and totals stay in sight. Only what is seen is drawn. */
export function ChildrenTable(props: ChildrenListProps) {
  const { t } = useTranslation();
  const { form, rows, select, selected } = props;
  const frame = useRef<HTMLDivElement>(null);
  const columns = form.indicators.filter(isFigure);
  const printing = usePrinting();
  // a sheet shows all of them
  const many = rows.length > FEW && !printing;
  // what it returns is used here only, never handed to a memoized component
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    enabled: many,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.start ?? 0;
  const rest = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const drawn = many ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const all = rows.length > 0 && rows.every(({ obligationId }) => selected.has(obligationId));
  const width = columns.length + 2;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section ref={frame} className={classes['frame']} tabIndex={0} aria-label={t('collect.tableName')}>
      <table className={classes['table']} aria-rowcount={rows.length + 2}>
        <thead>
          <tr>
            <Sortable
              {...props}
              by="unit"
              className={classes['name']}
              before={
                select === null ? null : (
                  <Checkbox
                    aria-label={t('collect.selectAll')}
                    checked={all}
                    indeterminate={!all && selected.size > 0}
                    onChange={() => select(all ? new Set() : new Set(rows.map((row) => row.obligationId)))}
                    mb={4}
                  />
                )
              }
            >
              {t('collect.unit')}
            </Sortable>
            <Sortable {...props} by="standing">
              {t('collect.standingColumn')}
            </Sortable>
            {columns.map((indicator) => (
              <Sortable key={indicator.id} {...props} by={`=${indicator.id}`} className={classes['figure']}>
                {indicator.label}
                {indicator.unit === '' ? '' : ` (${indicator.unit})`}
              </Sortable>
            ))}
          </tr>
          <TotalsRow {...props} columns={columns} />
        </thead>
        <tbody>
          <Gap height={many ? first : 0} width={width} />
          {drawn.map((row) => (
            <ChildRow key={row.obligationId} {...props} row={row} columns={columns} />
          ))}
          <Gap height={many ? rest : 0} width={width} />
        </tbody>
      </table>
    </section>
  );
}

const Gap = ({ height, width }: { readonly height: number; readonly width: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden>
      <td className={classes['gap']} colSpan={width} style={{ height }} />
    </tr>
  );

interface SortableProps extends ChildrenListProps {
  readonly by: string;
  readonly className?: string | undefined;
  /** Beside the button, which may hold nothing that is pressed for itself. */
  readonly before?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** First upwards, then downwards, then the order of the drawing again. */
function Sortable({ by, order, setOrder, className, before, children }: SortableProps) {
  const here = order.by === by;
  const next = !here ? { by, down: false } : order.down ? { by: 'drawing', down: false } : { by, down: true };
  return (
    <th
      scope="col"
      className={className ?? ''}
      aria-sort={here ? (order.down ? 'descending' : 'ascending') : 'none'}
    >
      {before}
      <button type="button" className={classes['sorter']} onClick={() => setOrder(next)}>
        {children} <span aria-hidden>{here ? (order.down ? '▼' : '▲') : ''}</span>
      </button>
    </th>
  );
}

function ChildRow({
  row,
  columns,
  form,
  opened,
  open,
  openCell,
  selected,
  select,
}: ChildrenListProps & { readonly row: Row; readonly columns: readonly Indicator[] }) {
  const { t } = useTranslation();
  const chosen = selected.has(row.obligationId);
  const toggle = (): void => {
    const next = new Set(selected);
    if (!next.delete(row.obligationId)) next.add(row.obligationId);
    select?.(next);
  };
  return (
    <tr data-open={row.obligationId === opened}>
      <th scope="row" className={classes['name']}>
        <div className={classes['who']}>
          {select === null ? null : (
            <Checkbox
              aria-label={t('collect.select', { unit: row.unitName })}
              checked={chosen}
              onChange={toggle}
            />
          )}
          <button
            type="button"
            className={classes['cell']}
            aria-expanded={row.obligationId === opened}
            onClick={() => open(row)}
          >
            {row.unitName}
          </button>
        </div>
      </th>
      <td className={classes['standing']}>
        <RowStanding row={row} />
      </td>
      {columns.map((indicator) => (
        <td key={indicator.id} className={classes['figure']}>
          <Figure row={row} indicator={indicator} open={() => openCell({ form, indicator, row })} />
        </td>
      ))}
    </tr>
  );
}

/** A child's figure; one that does not count yet is written differently, and said to be waiting. */
export function Figure({
  row,
  indicator,
  open,
}: {
  readonly row: Row;
  readonly indicator: Indicator;
  readonly open: () => void;
}) {
  const { t, i18n } = useTranslation();
  const value = row.shown?.values[indicator.id] ?? null;
  const target = row.targets[indicator.id];
  const text = valueText(value, { ...indicator, unit: '' }, i18n.language);
  return (
    <>
      {value === null ? (
        '–'
      ) : (
        <button
          type="button"
          className={`${classes['cell']} ${row.counts ? '' : classes['waiting']}`}
          title={row.counts ? t('totals.sources') : t('collect.notCounted')}
          onClick={open}
        >
          {text}
          {row.counts ? '' : ' *'}
        </button>
      )}
      {target === undefined ? null : (
        <Text size="xs" c="dimmed">
          {t('collect.target', { target: decimal(target, i18n.language) })}
        </Text>
      )}
    </>
  );
}

function TotalsRow({
  columns,
  totals,
  targets,
  coverage,
  settled,
  form,
  openCell,
}: ChildrenListProps & { readonly columns: readonly Indicator[] }) {
  const { t, i18n } = useTranslation();
  return (
    <tr className={classes['totals']}>
      <th scope="row" className={classes['name']}>
        <Text size="sm" fw={700}>
          {t(settled ? 'collect.totalSigned' : 'collect.total')}
        </Text>
        <Text size="xs">{t('collect.counted', { accepted: coverage.accepted, owed: coverage.owed })}</Text>
      </th>
      <td />
      {columns.map((indicator) => {
        const total = totals[indicator.id];
        const target = targets[indicator.id];
        return (
          <td key={indicator.id} className={classes['figure']}>
            <button
              type="button"
              className={classes['cell']}
              title={t('totals.sources')}
              onClick={() => openCell({ form, indicator, row: null })}
            >
              <Text span fw={700} size="sm">
                {valueText(total?.value ?? null, { ...indicator, unit: '' }, i18n.language)}
              </Text>
            </button>
            <Text size="xs" c="dimmed">
              {t(`collect.rule.${indicator.aggregate}`)}
              {total === undefined || total.own === null
                ? ''
                : ` · ${t('collect.ownPart', { value: valueText(total.own, { ...indicator, unit: '' }, i18n.language) })}`}
            </Text>
            {target === undefined ? null : (
              <Text size="xs" c={target.met ? 'dimmed' : 'var(--cascade-alarm)'}>
                {t('collect.ofTarget', {
                  target: decimal(target.total, i18n.language),
                  percent: target.percent === null ? '–' : decimal(target.percent, i18n.language),
                })}
              </Text>
            )}
          </td>
        );
      })}
    </tr>
  );
}
