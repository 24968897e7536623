import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingNode } from '#model';
import { useFindings } from '../drawing/editor.tsx';
import { AllUnits } from './all-units.tsx';
import classes from './inspector.module.css';

const AT_FIRST = 3;

/**
 * Who the selector names in the chosen tree: how many, the first of them, all on request. The box is there
 * before the answer is, so that nothing below moves away from whoever is typing.
 */
export function GroupPreview({ node }: { readonly node: DrawingNode }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const group = useFindings((state) => state.groups.get(node.id));
  const tried = useFindings((state) => state.groups.size > 0);
  if (group === undefined || group.count === 0)
    return (
      <div className={classes['preview']}>
        {tried ? (
          <span className={node.allowEmpty ? '' : classes['empty']}>
            {t(node.allowEmpty ? 'inspector.emptyAllowed' : 'inspector.empty')}
          </span>
        ) : null}
      </div>
    );
  return (
    <div className={classes['preview']}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" fw={600}>
          {t('inspector.units', { count: group.count })}
        </Text>
        {group.count <= AT_FIRST ? null : (
          <Anchor component="button" type="button" size="xs" onClick={() => setAll(true)}>
            {t('inspector.seeAll')}
          </Anchor>
        )}
      </Group>
      <ul className={classes['names']}>
        {group.units.slice(0, AT_FIRST).map((unit) => (
          <li key={unit.id}>{unit.name}</li>
        ))}
      </ul>
      <AllUnits opened={all} title={node.name} units={group.units} onClose={() => setAll(false)} />
    </div>
  );
}
