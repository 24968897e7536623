import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawingNode, Via } from '#model';
import { removeFocalPoint } from '../drawing/commands/focal.ts';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import type { FocalPoint } from '../drawing/layout.ts';
import type { Place } from '../drawing/view-store.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useGoTo } from '../form/use-go-to.ts';
import { editFocal } from './edit-focal.ts';
import classes from './inspector.module.css';

/** Who collects on behalf of the level above, and by when. */
export function FocalPanel({ focal }: { readonly focal: FocalPoint }) {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const nodes = useDrawing((state) => state.present.definition.nodes);
  const readOnly = useView((state) => state.readOnly);
  const panel = useRef<HTMLDivElement>(null);
  const first = firstVia(nodes, focal);
  useGoTo(panel, first?.path ?? ['definition', 'nodes', focal.id]);
  if (first === null) return null;
  const { via, path } = first;
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  const remove = () => {
    drawing.getState().run(removeFocalPoint(focal.groups));
    view.getState().select([focal.parent]);
  };
  return (
    <div ref={panel} className={classes['head']}>
      <Text size="sm" fw={600}>
        {t('inspector.focal.title', { above: nameOf(focal.parent) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('inspector.focal.groups', { groups: focal.groups.map(nameOf).join('; ') })}
      </Text>
      <SchemaForm
        schema={Via}
        value={via}
        labels="form.via"
        path={path}
        onChange={(next) => drawing.getState().run(editFocal({ focal, before: via, after: next }))}
      />
      {readOnly ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={remove}
        >
          {t('inspector.focal.remove')}
        </Button>
      )}
    </div>
  );
}

function firstVia(
  nodes: readonly DrawingNode[],
  focal: FocalPoint,
): { readonly via: Via; readonly path: Place } | null {
  for (const [index, node] of nodes.entries()) {
    if (!focal.groups.includes(node.id)) continue;
    for (const [at, { via }] of node.obligations.entries()) {
      // the groups of a focal point are those that name the very same collector
      if (via !== null) return { via, path: ['definition', 'nodes', index, 'obligations', at, 'via'] };
    }
  }
  return null;
}
