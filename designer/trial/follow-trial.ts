import type { Unit } from '#model';
import type { Editor } from '../drawing/editor.tsx';
import type { ResolvedGroup } from '../drawing/findings-store.ts';
import { startOf, type TrialInput } from './trial-input.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A worker, or what stands for one in a test. */
export interface Line {
  send(message: ToWorker): void;
  close(): void;
}
export type OpenLine = (heard: (message: FromWorker) => void, broken: () => void) => Line;

const REST_MS = 300;
/** Each longer than the last: a drawing that breaks the worker every time must not keep the machine busy. */
const AGAIN_MS = [10_000, 20_000, 40_000, 80_000, 160_000];

/**
 * Keeps plan, problems and groups of the trial up to date while an editor is open. What changes while the
 * worker is busy is tried once more afterwards, the latest only. Returns how to stop.
 */
export function followTrial({ drawing, findings }: Editor, openLine: OpenLine): () => void {
  let line: Line | null = null;
  let busy = false;
  let changed = true;
  let unitsOn: string | null = null;
  const arrived: Unit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  /** No connection, signed out, or the worker broke: drawing goes on, and so does asking. */
  const wait = (): void => {
    busy = false;
    changed = true;
    arrived.length = 0;
    if (!findings.getState().trialWaits) findings.getState().set({ trialWaits: true });
    later(AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0);
    failures += 1;
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(next, ms);
  };
  const send = (message: ToWorker): void => {
    busy = true;
    line ??= openLine(heard, broken);
    line.send(message);
  };
  function next(): void {
    if (busy) return;
    const { trial } = findings.getState();
    if (unitsOn !== trial.startOn) return send({ kind: 'units', on: trial.startOn });
    if (!changed) return;
    changed = false;
    const input = inputOf({ drawing, findings });
    if (input === null) findings.getState().set({ plan: null, planProblems: [], groups: new Map() });
    else send({ kind: 'compile', input });
  }
  function heard(message: FromWorker): void {
    if (message.kind === 'stage') return;
    if (message.kind === 'failed') return wait();
    if (message.kind === 'units') arrived.push(...message.units);
    if (message.kind === 'units' && !message.last) return;
    busy = false;
    if (findings.getState().trialWaits) findings.getState().set({ trialWaits: false });
    if (message.kind === 'units') {
      unitsOn = message.on;
      findings.getState().set({ units: arrived.splice(0) });
    } else if (message.kind === 'compiled') {
      failures = 0;
      const { plan, problems } = message;
      const groups = groupsOf(message.groups, findings.getState().groups);
      findings.getState().set({ plan, planProblems: problems, groups });
    }
    next();
  }
  function broken(): void {
    line?.close();
    line = null;
    // not at once: what broke it may still be there
    wait();
  }

  const touched = (): void => {
    changed = true;
    later(REST_MS);
  };
  const stopDrawing = drawing.subscribe(({ present }, before) => {
    if (
      differs(present.definition, before.present.definition) ||
      present.directive !== before.present.directive
    )
      touched();
  });
  const stopFindings = findings.subscribe(({ trial, calendars }, before) => {
    if (trial !== before.trial || calendars !== before.calendars) touched();
  });
  // who starts and when is usually known by then
  later(REST_MS);
  return () => {
    clearTimeout(timer);
    stopDrawing();
    stopFindings();
    line?.close();
  };
}

/** Null until it is known who starts and by which calendars. */
export function inputOf({ drawing, findings }: Pick<Editor, 'drawing' | 'findings'>): TrialInput | null {
  const { trial, calendars } = findings.getState();
  const { definition, directive } = drawing.getState().present;
  const { rootUnitId, startOn, parameters } = trial;
  if (rootUnitId === null || calendars.length === 0) return null;
  return { definition, directive, calendars, rootUnitId, startAt: startOf(startOn), parameters };
}

/** Moving boxes about changes no plan. */
function differs<T extends { readonly layout: unknown }>(one: T, other: T): boolean {
  if (one === other) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  keys.delete('layout');
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...keys].some((key) => a.get(key) !== b.get(key));
}

/** The very objects of before where a group did not change, so that its node is not drawn anew. */
function groupsOf(
  news: readonly (readonly [string, ResolvedGroup | null])[],
  before: ReadonlyMap<string, ResolvedGroup>,
): ReadonlyMap<string, ResolvedGroup> {
  return new Map(
    news.flatMap(([id, group]) => {
      const known = group ?? before.get(id);
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
}
