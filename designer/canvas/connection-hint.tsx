import { useConnection } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { sentenceFor } from '#model/sentences/index';
import { useDrawing } from '../drawing/editor.tsx';
import type { FocalPoint } from '../drawing/layout.ts';
import { Hint } from './hint.tsx';
import { verdictOf } from './verdict.ts';

/** While a line is being drawn: what it would do, or why it may not be. */
export function ConnectionHint({ focal }: { focal: readonly FocalPoint[] }) {
  const { t, i18n } = useTranslation();
  const definition = useDrawing((state) => state.present.definition);
  const { source, target, handle, x, y } = useConnection((state) => ({
    source: state.inProgress ? state.fromNode.id : null,
    target: state.inProgress ? (state.toNode?.id ?? null) : null,
    handle: state.inProgress ? (state.fromHandle.id ?? null) : null,
    x: state.inProgress ? state.pointer.x : 0,
    y: state.inProgress ? state.pointer.y : 0,
  }));
  if (source === null || target === null || target === source) return null;
  const verdict = verdictOf(definition, focal, { source, target, handle });
  const text =
    verdict.ok || verdict.problem === null
      ? t(`canvas.${verdict.key}`, { name: verdict.name })
      : sentenceFor(verdict.problem, i18n.language === 'en' ? 'en' : 'vi');
  return <Hint text={text} refused={!verdict.ok} x={x} y={y} />;
}
