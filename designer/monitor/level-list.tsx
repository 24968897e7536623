import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#model';
import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import { count as figure } from '../ui/numbers.ts';
import classes from './level-list.module.css';

interface LevelListProps {
  readonly definition: Definition;
  readonly counts: ReadonlyMap<string, LevelCount>;
  /** Names of focal points by group. */
  readonly via: ReadonlyMap<string, string>;
}

/** The drawing as a list: what a phone can show, and a slow line can carry. */
export function LevelList({ definition: { nodes }, counts, via }: LevelListProps) {
  const { t } = useTranslation();
  const below = (parent: string | null): React.ReactNode => {
    const children = nodes.filter((node) => node.parent === parent);
    if (children.length === 0) return null;
    return (
      <ul className={classes['levels']}>
        {children.map(({ id, name, chain }) => (
          <li key={id}>
            <div className={classes['level']} data-chain={chain}>
              <Text size="sm" fw={600} lang="vi">
                {name}
              </Text>
              {via.has(id) ? (
                <Text size="xs" c="dimmed">
                  {t('monitor.via', { unit: via.get(id) })}
                </Text>
              ) : null}
              {parent === null ? null : <Counts level={counts.get(id) ?? null} />}
            </div>
            {below(id)}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <section aria-label={t('monitor.drawing')} className={classes['list']}>
      {below(null)}
    </section>
  );
}

function Counts({ level }: { readonly level: LevelCount | null }) {
  const { t, i18n } = useTranslation();
  if (level === null) {
    return (
      <Text size="xs" c="dimmed">
        {t('monitor.noUnits')}
      </Text>
    );
  }
  return (
    <Group gap={10}>
      {(['done', 'waiting', 'late'] as const).map((kind) => (
        <Text key={kind} size="xs">
          {t(`counts.${kind}`)} <b>{figure(level[kind], i18n.language)}</b>
        </Text>
      ))}
    </Group>
  );
}
