import { Anchor, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count, decimal } from '../ui/numbers.ts';
import type { Asked, Figure, Figures } from './api.ts';
import type { Branch } from './branch-path.tsx';
import classes from './board.module.css';

export interface FigureRow extends Figures {
  readonly key: string;
  readonly name: string;
  /** Where the names behind its numbers are; null: of another period than the one looked at. */
  readonly asked: Pick<Asked, 'level' | 'branch' | 'parent'> | null;
  /** Branches of its own. */
  readonly into: Branch | null;
  /** The last line, which counts everybody once. */
  readonly sum: boolean;
}

interface FigureTableProps {
  readonly rows: readonly FigureRow[];
  /** What the rows are. */
  readonly first: string;
  readonly ask: (asked: Asked) => void;
  readonly goInto: (branch: Branch) => void;
}

const SHOWN: readonly Figure[] = [
  'expected',
  'received',
  'onTime',
  'late',
  'missing',
  'waiting',
  'returned',
  'unopened',
];
const ALARMING: readonly Figure[] = ['late', 'missing', 'returned'];

export function FigureTable({ rows, first, ask, goInto }: FigureTableProps) {
  const { t } = useTranslation();
  // a column of zeros only says that everybody has the letter
  const figures = SHOWN.filter((figure) => figure !== 'unopened' || rows.some((row) => row.unopened > 0));
  if (rows.length === 0) return <Text c="dimmed">{t('board.nothing')}</Text>;
  return (
    <Table className={classes['figures']} verticalSpacing={6} aria-label={t('board.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{first}</Table.Th>
          {figures.map((figure) => (
            <Table.Th key={figure}>{t(`board.figures.${figure}`)}</Table.Th>
          ))}
          <Table.Th>{t('board.rate')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key} data-sum={row.sum}>
            <Table.Th scope="row" lang="vi">
              {row.into === null ? (
                row.name
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="left"
                  onClick={() => row.into && goInto(row.into)}
                >
                  {row.name}
                </Anchor>
              )}
            </Table.Th>
            {figures.map((figure) => (
              <Table.Td key={figure} data-label={t(`board.figures.${figure}`)} data-empty={row[figure] === 0}>
                <Counted row={row} figure={figure} ask={ask} />
              </Table.Td>
            ))}
            <Table.Td data-label={t('board.rate')}>
              <Rate row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface CountedProps {
  readonly row: FigureRow;
  readonly figure: Figure;
  readonly ask: (asked: Asked) => void;
}

function Counted({ row, figure, ask }: CountedProps) {
  const { t, i18n } = useTranslation();
  const value = row[figure];
  const shown = count(value, i18n.language);
  const { asked } = row;
  if (value === 0 || asked === null) return <>{shown}</>;
  return (
    <UnstyledButton
      className={classes['number']}
      data-alarm={ALARMING.includes(figure)}
      aria-label={t('board.show', { count: value, figure: t(`board.figures.${figure}`), of: row.name })}
      onClick={() => ask({ ...asked, figure, of: row.name })}
    >
      {shown}
    </UnstyledButton>
  );
}

/** In time ÷ judged: received or past the deadline. What still has time is neither. */
function Rate({ row }: { readonly row: Figures }) {
  const { i18n } = useTranslation();
  const judged = row.onTime + row.late + row.missing;
  if (judged === 0) return <>–</>;
  const tenths = Math.round((1000 * row.onTime) / judged);
  return <>{`${decimal(`${Math.trunc(tenths / 10)}.${tenths % 10}`, i18n.language)} %`}</>;
}
