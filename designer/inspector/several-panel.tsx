import { Button, Group, Text } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DrawingNode } from '#model';
import { duplicateNodes } from '../drawing/commands/copying.ts';
import { removeNodes } from '../drawing/commands/levels.ts';
import { useEditor, useView } from '../drawing/editor.tsx';
import { FocalForAll } from './focal-for-all.tsx';
import classes from './inspector.module.css';
import { ObligationForAll } from './obligation-for-all.tsx';

/** Several levels at once: what can be done with all of them. */
export function SeveralPanel({ levels }: { readonly levels: readonly DrawingNode[] }) {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  const below = levels.filter(({ parent }) => parent !== null);
  const ids = below.map(({ id }) => id);
  const duplicate = () => {
    const { command, ids: made } = duplicateNodes(drawing.getState().present, ids);
    drawing.getState().run(command);
    view.getState().select(made);
  };
  const remove = () => {
    drawing.getState().run(removeNodes(ids));
    view.getState().select([]);
  };
  const parents = new Set(below.map(({ parent }) => parent));
  return (
    <div className={classes['head']}>
      <Text size="sm" fw={600}>
        {t('inspector.several', { count: levels.length })}
      </Text>
      <ul className={classes['names']}>
        {levels.map(({ id, name }) => (
          <Text component="li" size="xs" key={id}>
            {name}
          </Text>
        ))}
      </ul>
      {readOnly || below.length === 0 ? null : (
        <>
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={duplicate}
            >
              {t('inspector.duplicate')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={remove}
            >
              {t('inspector.remove')}
            </Button>
          </Group>
          <ObligationForAll levels={below} />
          {parents.size === 1 ? <FocalForAll levels={below} /> : null}
        </>
      )}
    </div>
  );
}
