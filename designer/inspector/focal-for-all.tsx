import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawingNode, Via } from '#model';
import { setFocalPoint } from '../drawing/commands/focal.ts';
import { useEditor } from '../drawing/editor.tsx';
import { SchemaForm } from '../form/schema-form.tsx';
import classes from './inspector.module.css';

const COLLECTOR = Via.pick({ select: true });
const ASIDE = ['several'];
const NOBODY_YET: Pick<Via, 'select'> = { select: { kind: 'list', units: [] } };

/** One unit collects what all of these report. */
export function FocalForAll({ levels }: { readonly levels: readonly DrawingNode[] }) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const [collector, setCollector] = useState(() => {
    const via = levels
      .flatMap(({ obligations }) => obligations.map((rule) => rule.via))
      .find((each) => each !== null);
    return via === undefined || via === null ? NOBODY_YET : { select: via.select };
  });
  const owing = levels.filter(({ obligations }) => obligations.length > 0);
  if (owing.length === 0) return null;
  return (
    <fieldset className={classes['group']}>
      <Text component="legend" size="xs" fw={600}>
        {t('inspector.sameFocal')}
      </Text>
      <SchemaForm
        schema={COLLECTOR}
        value={collector}
        labels="form.via"
        path={ASIDE}
        onChange={setCollector}
      />
      <Button
        mt="xs"
        size="xs"
        variant="light"
        onClick={() =>
          drawing
            .getState()
            .run(setFocalPoint({ groups: owing.map(({ id }) => id), select: collector.select }))
        }
      >
        {t('inspector.giveToAll', { count: owing.length })}
      </Button>
    </fieldset>
  );
}
