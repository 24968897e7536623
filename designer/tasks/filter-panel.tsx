import { Button, Checkbox, Divider, NavLink, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TASK_KINDS } from '#model/task-kinds';
import { count } from '../ui/numbers.ts';
import type { Counts } from './api.ts';
import { SavedFilters } from './saved-filters.tsx';
import { filtersOn, type Sought } from './sought.ts';

interface FilterPanelProps {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  readonly counts: Counts | undefined;
}

const SOON_DAYS = 5;

/** What one looks at: the usual questions first, each with how many it would show. */
export function FilterPanel({ sought, seek, counts }: FilterPanelProps) {
  const { t, i18n } = useTranslation();
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
    const { kind: _, ...rest } = sought;
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
          const { mode: _, ...rest } = sought;
          seek(value === 'live' || value === 'rehearsal' ? { ...rest, mode: value } : rest);
        }}
        data={[
          { value: 'all', label: t('tasks.everyMode') },
          { value: 'live', label: t('mode.live') },
          { value: 'rehearsal', label: t('mode.rehearsal') },
        ]}
      />
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
