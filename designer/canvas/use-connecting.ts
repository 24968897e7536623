import type { Connection, IsValidConnection, OnConnectStart } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { useEditor } from '../drawing/editor.tsx';
import type { FocalPoint } from '../drawing/layout.ts';
import type { WayEdge } from './flow-edges.ts';
import { verdictOf } from './verdict.ts';

type Drawn = Pick<Connection, 'source' | 'target'> & { sourceHandle?: string | null };

/** Lines drawn by hand: from the lower dot "addresses", from the upper dot "reports through". */
export function useConnecting(focal: readonly FocalPoint[]) {
  const { drawing } = useEditor();
  const [connecting, setConnecting] = useState(false);
  const judge = useCallback(
    ({ source, target, sourceHandle }: Drawn) =>
      verdictOf(drawing.getState().present.definition, focal, {
        source,
        target,
        handle: sourceHandle ?? null,
      }),
    [drawing, focal],
  );
  const isValidConnection = useCallback<IsValidConnection<WayEdge>>((drawn) => judge(drawn).ok, [judge]);
  const onConnect = useCallback(
    (drawn: Connection) => {
      const verdict = judge(drawn);
      if (verdict.ok) drawing.getState().run(verdict.command);
    },
    [drawing, judge],
  );
  const onConnectStart = useCallback<OnConnectStart>(() => setConnecting(true), []);
  const onConnectEnd = useCallback(() => setConnecting(false), []);
  return { connecting, handlers: { isValidConnection, onConnect, onConnectStart, onConnectEnd } };
}
