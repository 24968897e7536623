import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingNode } from '#model';
import { useFindings } from '../drawing/editor.tsx';
import { count } from '../ui/numbers.ts';
import { AllUnits } from './all-units.tsx';
import classes from './inspector.module.css';

const AT_FIRST = 5;

/** Who the selector names in the chosen tree: how many, the first of them, all on request. */
export function GroupPreview({ node }: { readonly node: DrawingNode }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const group = useFindings((state) => state.groups.get(node.id));
  const tried = useFindings((state) => state.groups.size > 0);
  if (group === undefined || group.count === 0)
    return tried ? (
      <div className={classes['preview']}>
        <span className={node.allowEmpty ? '' : classes['empty']}>
          {t(node.allowEmpty ? 'inspector.emptyAllowed' : 'inspector.empty')}
        </span>
      </div>
    ) : null;
  return (
    <div className={classes['preview']}>
      <Text size="xs" fw={600}>
        {t('inspector.units', { count: group.count, shown: count(group.count, i18n.language) })}
      </Text>
      <ul className={classes['names']}>
        {group.units.slice(0, AT_FIRST).map((unit) => (
          <li key={unit.id}>{unit.name}</li>
        ))}
      </ul>
      {group.count <= AT_FIRST ? null : (
        <Anchor component="button" type="button" size="xs" mt={4} onClick={() => setAll(true)}>
          {t('inspector.seeAll')}
        </Anchor>
      )}
      <AllUnits opened={all} title={node.name} units={group.units} onClose={() => setAll(false)} />
    </div>
  );
}
