import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLevel, insertLevel } from '../drawing/commands/levels.ts';
import { useEditor } from '../drawing/editor.tsx';
import { freeKey } from '../drawing/keys.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { PRESETS } from '../drawing/presets.ts';
import { PRESET_TYPE } from '../tools/palette.tsx';
import { type DropTarget, dropTarget } from './drop-target.ts';

interface Dropping {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A level dragged from the palette. */
export function useDropping() {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const flow = useReactFlow();
  const [dropping, setDropping] = useState<Dropping | null>(null);

  const targetOf = (event: DragEvent): DropTarget | null => {
    const under = event.target instanceof Element ? event.target : null;
    const idOf = (kind: string) => under?.closest(`.react-flow__${kind}`)?.getAttribute('data-id') ?? null;
    const { selection } = view.getState();
    return dropTarget(drawing.getState().present.definition, {
      node: idOf('node'),
      edge: idOf('edge'),
      selection,
    });
  };
  const wording = (target: DropTarget): string => {
    const name = (id: string) =>
      drawing.getState().present.definition.nodes.find((node) => node.id === id)?.name ?? '';
    return target.kind === 'child'
      ? t('canvas.dropChild', { name: name(target.parent) })
      : t('canvas.dropBetween', { from: name(target.above), to: name(target.below) });
  };
  const takes = (event: DragEvent): boolean =>
    event.dataTransfer.types.includes(PRESET_TYPE) && !view.getState().readOnly;

  const onDragOver = (event: DragEvent<HTMLElement>): void => {
    if (!takes(event)) return;
    const target = targetOf(event);
    if (target === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const frame = event.currentTarget.getBoundingClientRect();
    setDropping({ text: wording(target), x: event.clientX - frame.left, y: event.clientY - frame.top });
  };
  const onDragLeave = (event: DragEvent<HTMLElement>): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) setDropping(null);
  };
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    setDropping(null);
    const preset = PRESETS.find(({ key }) => key === event.dataTransfer.getData(PRESET_TYPE));
    const target = takes(event) ? targetOf(event) : null;
    if (preset === undefined || target === null) return;
    event.preventDefault();
    const { nodes } = drawing.getState().present.definition;
    const name = t(`tools.presetName_${preset.key}`);
    const id = freeKey(
      name,
      nodes.map((node) => node.id),
    );
    const given = { id, name, preset };
    if (target.kind === 'between') drawing.getState().run(insertLevel({ ...given, below: target.below }));
    else if (!target.here) drawing.getState().run(addLevel({ ...given, parent: target.parent }));
    else {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const at = { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
      drawing.getState().run(addLevel({ ...given, parent: target.parent, at }));
    }
    view.getState().select([id]);
    view.getState().show({ renaming: id, panel: 'inspector' });
  };
  return { dropping, handlers: { onDragOver, onDragLeave, onDrop } };
}
