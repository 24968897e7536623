import { useEffect, useState } from 'react';
import type { Problem } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import type { QuickFix } from './fixes/fix.ts';
import { keyOf } from './problems-of.ts';
import { triedFixes } from './quick-fixes.ts';
import { whenIdle } from './when-idle.ts';

type Fixes = ReadonlyMap<string, readonly QuickFix[]>;
/** Longer than this at a time is felt while typing. */
const SLICE_MS = 8;
/** The list is not drawn anew for every single answer. */
const SHOW_MS = 300;

/**
 * Ways out of the problems shown, worked out bit by bit while the page is idle. Those of the drawing before
 * stay until then: what a button does is asked again when it is pressed.
 */
export function useQuickFixes(problems: readonly Problem[]): Fixes {
  const { findings } = useEditor();
  const drawing = useDrawing((state) => state.present);
  const [fixes, setFixes] = useState<Fixes>(new Map());
  useEffect(() => {
    const { calendars } = findings.getState();
    const tries = triedFixes(problems, { drawing, calendars });
    const found = new Map<string, readonly QuickFix[]>();
    let shown = performance.now();
    const idle = whenIdle(() => {
      const until = performance.now() + SLICE_MS;
      while (performance.now() < until) {
        const next = tries.next();
        if (next.done === true) return setFixes(found);
        if (next.value !== null) found.set(keyOf(next.value.problem), next.value.fixes);
      }
      if (performance.now() - shown > SHOW_MS) {
        shown = performance.now();
        setFixes((before) => new Map([...before, ...found]));
      }
      idle.ask();
    });
    idle.ask();
    return idle.cancel;
  }, [problems, drawing, findings]);
  return fixes;
}
