import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawingNode, ObligationRule } from '#model';
import { useEditor } from '../drawing/editor.tsx';
import { SchemaForm } from '../form/schema-form.tsx';
import classes from './inspector.module.css';
import { newObligation } from './new-obligation.ts';
import { type Owed, oweForAll } from './owe-for-all.ts';

const OWED = ObligationRule.pick({ report: true, due: true });
/** Not a place of the drawing: what is prepared here belongs to nobody until it is given to all. */
const ASIDE = ['several'];

/** The same report by the same date for all that are selected. */
export function ObligationForAll({ levels }: { readonly levels: readonly DrawingNode[] }) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const [owed, setOwed] = useState<Owed | null>(() => {
    const [first] = levels;
    const known = levels.flatMap(({ obligations }) => obligations)[0];
    if (first === undefined) return null;
    const rule = known ?? newObligation(drawing.getState().present, first.id);
    return rule === undefined ? null : { report: rule.report, due: rule.due };
  });
  if (owed === null) return null;
  return (
    <fieldset className={classes['group']}>
      <Text component="legend" size="xs" fw={600}>
        {t('inspector.sameObligation')}
      </Text>
      <SchemaForm schema={OWED} value={owed} labels="form.obligation" path={ASIDE} onChange={setOwed} />
      <Button
        mt="xs"
        size="xs"
        variant="light"
        onClick={() =>
          drawing.getState().run(
            oweForAll(
              levels.map(({ id }) => id),
              owed,
            ),
          )
        }
      >
        {t('inspector.giveToAll', { count: levels.length })}
      </Button>
    </fieldset>
  );
}
