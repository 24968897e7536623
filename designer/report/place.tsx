import { Anchor, Stack, Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Surroundings, Task } from './api.ts';
import classes from './task-page.module.css';

/** The cascade around this task: above me, me, below me. */
export function Place({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const { above, node, collectorUnitName, fromUnitName } = around;
  const here = `/campaigns/${task.campaignId}`;
  const way = `${encodeURIComponent(task.periodKey)}/${encodeURIComponent(task.unitId)}`;
  const via = collectorUnitName !== null && collectorUnitName !== fromUnitName;
  return (
    <Stack gap={6}>
      <ol className={classes['place']}>
        {[...above].reverse().map(({ unitId, unitName }) => (
          <li key={unitId}>
            <Text size="sm">{unitName}</Text>
          </li>
        ))}
        <li aria-current="location">
          <Text size="sm" fw={600}>
            <IconMapPin size={14} aria-hidden /> {task.unitName}{' '}
            <Text span c="dimmed" size="xs">
              ({t(around.mine ? 'report.place.you' : 'report.place.this')})
            </Text>
          </Text>
          {via ? (
            <Text size="xs" c="dimmed">
              {t('report.place.via', { unit: collectorUnitName })}
            </Text>
          ) : null}
        </li>
        {node === null ? null : (
          <li>
            <Text size="sm">{t('report.place.below', node.below)}</Text>
            {node.disseminates && node.disseminatedAt === null ? (
              <Anchor component={Link} size="sm" to={`${here}/pass-on/${way}`}>
                {t('report.place.passOn')}
              </Anchor>
            ) : null}{' '}
            {node.collects ? (
              <Anchor component={Link} size="sm" to={`${here}/collect/${way}`}>
                {t('report.place.collect')}
              </Anchor>
            ) : null}
          </li>
        )}
      </ol>
      <Anchor component={Link} to={here} size="sm">
        {t('report.place.whole')}
      </Anchor>
    </Stack>
  );
}
