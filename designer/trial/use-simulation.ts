import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '#model';
import { useEditor } from '../drawing/editor.tsx';
import { inputOf, type Line } from './follow-trial.ts';
import { openWorker } from './open-worker.ts';
import type { SimulationOutcome } from './simulation-outcome.ts';
import type { Supposition } from './supposition.ts';
import type { FromWorker, Stage } from './worker-messages.ts';

export type SimulationState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly stage: Stage }
  | { readonly kind: 'done'; readonly outcome: SimulationOutcome }
  | { readonly kind: 'impossible'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed' };

interface Simulating {
  readonly state: SimulationState;
  /** Ready once it is known who starts. */
  readonly run: (supposition: Supposition) => void;
  readonly cancel: () => void;
}

/** A worker of its own, so that drawing goes on meanwhile and a run can be broken off at any moment. */
export function useSimulation(): Simulating {
  const editor = useEditor();
  const [state, setState] = useState<SimulationState>({ kind: 'idle' });
  const line = useRef<Line | null>(null);
  const close = useCallback(() => {
    line.current?.close();
    line.current = null;
  }, []);
  useEffect(() => close, [close]);

  const run = useCallback(
    (supposition: Supposition) => {
      const input = inputOf(editor);
      if (input === null) return;
      const heard = (message: FromWorker) => setState((before) => after(before, message));
      const broken = () => {
        close();
        setState({ kind: 'failed' });
      };
      line.current ??= openWorker(heard, broken);
      setState({ kind: 'running', stage: 'units' });
      line.current.send({ kind: 'simulate', input, supposition });
    },
    [editor, close],
  );
  const cancel = useCallback(() => {
    close();
    setState({ kind: 'idle' });
  }, [close]);
  return { state, run, cancel };
}

function after(before: SimulationState, message: FromWorker): SimulationState {
  switch (message.kind) {
    case 'stage':
      return { kind: 'running', stage: message.stage };
    case 'simulated':
      return { kind: 'done', outcome: message.outcome };
    case 'impossible':
      return { kind: 'impossible', problems: message.problems };
    case 'failed':
      return { kind: 'failed' };
    case 'units':
    case 'compiled':
      return before;
  }
}
