import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Asked, type Board, useBoard } from './api.ts';
import { BehindNumber } from './behind-number.tsx';
import { BranchPath, type Branch } from './branch-path.tsx';
import { ChaseButton } from './chase-button.tsx';
import { FigureTable, type FigureRow } from './figure-table.tsx';

interface BoardPanelProps {
  readonly place: Place;
}

type By = 'levels' | 'branches' | 'periods';

/** Who was expected, who came in time, late or not at all; behind every number stand the names. */
export function BoardPanel({ place }: BoardPanelProps) {
  const { t } = useTranslation();
  const [by, setBy] = useState<By>('levels');
  const [path, setPath] = useState<readonly Branch[]>([]);
  const [asked, ask] = useState<Asked | null>(null);
  const parent = by === 'branches' ? (path.at(-1)?.unitId ?? null) : null;
  const board = useBoard(place, parent);
  if (board.isPending) return <Waiting />;
  if (isUnreadable(board)) return <Failure error={board.error} retry={() => void board.refetch()} />;
  const { periods } = board.data;
  const whole = periods.find(({ key }) => key === place.period);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t('board.by')}
          value={by}
          onChange={(value) => setBy(value === 'branches' || value === 'periods' ? value : 'levels')}
          data={[
            { value: 'levels', label: t('board.byLevel') },
            { value: 'branches', label: t('board.byBranch') },
            ...(periods.length > 1 ? [{ value: 'periods', label: t('board.byPeriod') }] : []),
          ]}
        />
        {(whole?.missing ?? 0) > 0 ? <ChaseButton place={place} /> : null}
      </Group>
      {by === 'branches' ? <BranchPath path={path} goTo={(depth) => setPath(path.slice(0, depth))} /> : null}
      <FigureTable
        rows={rowsOf(board.data, by, { parent, all: t('board.all'), period: place.period })}
        first={t(by === 'levels' ? 'board.level' : by === 'branches' ? 'board.unit' : 'board.period')}
        ask={ask}
        goInto={(branch) => setPath([...path, branch])}
      />
      <Text size="xs" c="dimmed">
        {t('board.rule')}
      </Text>
      {asked === null ? null : <BehindNumber place={place} asked={asked} close={() => ask(null)} />}
    </Stack>
  );
}

/** The rows of one view; levels and branches end with the whole period. */
function rowsOf(
  { periods, levels, branches }: Board,
  by: By,
  { parent, all, period }: { parent: string | null; all: string; period: string },
): readonly FigureRow[] {
  const none = { level: null, branch: null, parent: null };
  if (by === 'periods')
    return periods.map((row) => ({
      ...row,
      name: row.label,
      asked: row.key === period ? none : null,
      into: null,
      sum: false,
    }));
  const whole = periods
    .filter(({ key }) => key === period && parent === null)
    .map((row) => ({ ...row, name: all, asked: none, into: null, sum: true }));
  if (by === 'levels')
    return [
      ...levels.map((row) => ({
        ...row,
        key: row.nodeId,
        asked: { ...none, level: row.nodeId },
        into: null,
        sum: false,
      })),
      ...whole,
    ];
  return [
    ...branches.map((row) => ({
      ...row,
      key: row.unitId,
      name: row.unitName,
      asked: { ...none, branch: row.unitId, parent },
      into: row.passesOn ? { unitId: row.unitId, unitName: row.unitName } : null,
      sum: false,
    })),
    ...whole,
  ];
}
