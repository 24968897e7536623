import { Button, Checkbox, Divider, NavLink, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TASK_KINDS } from '#model/task-kinds';
import type { Choice } from '../ui/search-select.tsx';
import { count } from '../ui/numbers.ts';
import type { Counts } from './api.ts';
import { SavedFilters } from './saved-filters.tsx';
import { filtersOn, type Sought, without } from './sought.ts';

// its fields come when they are asked for: the list itself stands sooner on a slow line
const MoreFilters = lazy(async () => ({ default: (await import('./more-filters.tsx')).MoreFilters }));

interface FilterPanelProps {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  readonly counts: Counts | undefined;
  readonly unitId: string;
  readonly senders: readonly Choice[];
}

const SOON_DAYS = 5;

/** What one looks at: the usual questions first, each with how many it would show. */
export function FilterPanel({ sought, seek, counts, unitId, senders }: FilterPanelProps) {
  const { t, i18n } = useTranslation();
  const asksMore =
    sought.from !== undefined ||
    sought.status !== undefined ||
    (sought.assignee !== undefined && sought.assignee !== 'nobody');
  const [opened, open] = useState(false);
  const more = opened || asksMore;
  const q = sought.q === undefined ? {} : { q: sought.q };
  const quick = [
    { name: 'all', filter: {}, count: counts?.total, on: filtersOn(sought) === 0 },
    { name: 'overdue', filter: { overdue: true }, count: counts?.overdue, on: sought.overdue === true },
    {
      name: 'thisWeek',
      filter: { dueWithin: SOON_DAYS, overdue: false },
      on: sought.dueWithin === SOON_DAYS,
    },
    { name: 'mine', filter: { mine: true }, count: counts?.mine, on: sought.mine === true },
    {
      name: 'unassigned',
      filter: { assignee: 'nobody' },
      count: counts?.unassigned,
      on: sought.assignee === 'nobody',
    },
    { name: 'done', filter: { done: true }, on: sought.done === true },
  ] as const;
  const kinds = new Set(sought.kind);
  const shown = TASK_KINDS.filter((kind) => kinds.has(kind) || (counts?.byKind[kind] ?? 0) > 0);
  const toggle = (kind: (typeof TASK_KINDS)[number]): void => {
    const next = kinds.has(kind) ? [...kinds].filter((one) => one !== kind) : [...kinds, kind];
    const rest = without(sought, 'kind');
    seek(next.length === 0 ? rest : { ...rest, kind: next });
  };
  return (
    <Stack gap="xs">
      <nav aria-label={t('tasks.quick')}>
        {quick.map((one) => (
          <NavLink
            key={one.name}
            component="button"
            label={t(`tasks.${one.name}`)}
            active={one.on}
            aria-current={one.on ? 'true' : undefined}
            onClick={() => seek({ ...q, ...one.filter })}
            rightSection={
              'count' in one && one.count !== undefined ? (
                <Text
                  span
                  size="sm"
                  fw={600}
                  c={one.name === 'overdue' && one.count > 0 ? 'var(--cascade-alarm)' : 'dimmed'}
                >
                  {count(one.count, i18n.language)}
                </Text>
              ) : null
            }
          />
        ))}
      </nav>
      {shown.length === 0 ? null : (
        <Stack gap={6} role="group" aria-label={t('tasks.kinds')}>
          <Divider label={t('tasks.kinds')} labelPosition="left" />
          {shown.map((kind) => (
            <Checkbox
              key={kind}
              size="sm"
              checked={kinds.has(kind)}
              onChange={() => toggle(kind)}
              label={`${t(`tasks.kind.${kind}`)} (${count(counts?.byKind[kind] ?? 0, i18n.language)})`}
            />
          ))}
        </Stack>
      )}
      <Divider />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('tasks.mode')}
        value={sought.mode ?? 'all'}
        onChange={(value) => {
          const rest = without(sought, 'mode');
          seek(value === 'live' || value === 'rehearsal' ? { ...rest, mode: value } : rest);
        }}
        data={[
          { value: 'all', label: t('tasks.everyMode') },
          { value: 'live', label: t('mode.live') },
          { value: 'rehearsal', label: t('mode.rehearsal') },
        ]}
      />
      {more ? (
        <Suspense fallback={null}>
          <MoreFilters sought={sought} seek={seek} unitId={unitId} senders={senders} />
        </Suspense>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          justify="start"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => open(true)}
        >
          {t('tasks.moreFilters')}
        </Button>
      )}
      {filtersOn(sought) === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => seek(q)}>
          {t('tasks.clear')}
        </Button>
      )}
      <Divider label={t('tasks.saved')} labelPosition="left" />
      <SavedFilters sought={sought} seek={seek} />
    </Stack>
  );
}
