import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Calendar, Definition, Unit } from '#model';
import { createEditor, type Editor } from '../drawing/editor.tsx';
import { followTrial, type Line } from './follow-trial.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const CALENDAR = Calendar.parse({
  id: 'vn',
  version: 1,
  name: 'Lịch',
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 2024, to: 2026 },
  days: [],
});
const definition = Definition.parse({
  formatVersion: 1,
  key: 'mot-cap',
  title: 'Một cấp',
  nodes: [{ id: 'tinh', name: 'Tỉnh', parent: null, select: { kind: 'root' } }],
});

/** A worker that answers when the test says so. */
class Answering {
  readonly sent: ToWorker[] = [];
  say: (message: FromWorker) => void = () => {};
  breakDown: () => void = () => {};
  readonly open = (heard: (message: FromWorker) => void, broken: () => void): Line => {
    this.say = heard;
    this.breakDown = broken;
    return { send: (message) => void this.sent.push(message), close: () => {} };
  };
  kinds = () => this.sent.map(({ kind }) => kind);
  units = () => this.say({ kind: 'units', on: '2024-11-20', units: [], last: true });
  compiled = (groups: Extract<FromWorker, { kind: 'compiled' }>['groups']) =>
    this.say({ kind: 'compiled', plan: null, problems: [], groups });
}

const GROUP = { count: 1, units: [{ id: 'u', name: 'Đơn vị' }] };
let editor: Editor;
let worker: Answering;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  const trial = { rootUnitId: 'u', startOn: '2024-11-20', parameters: {} };
  editor = createEditor({ definition, directive: null }, { trial });
  editor.findings.getState().set({ calendars: [CALENDAR] });
  worker = new Answering();
  stop = followTrial(editor, worker.open);
  vi.advanceTimersByTime(300);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});
const rename = (name: string) =>
  editor.drawing.getState().run({
    name: 'rename',
    change: (draft) => {
      draft.definition.title = name;
    },
  });

describe('the trial of an open drawing', () => {
  it('asks for the units of the day, then has the drawing compiled', () => {
    expect(worker.kinds()).toEqual(['units']);
    worker.units();
    expect(worker.kinds()).toEqual(['units', 'compile']);
    expect(editor.findings.getState().units).toEqual([]);
  });

  it('puts the slices of the units together', () => {
    const [row, other] = ['u', 'v'].map((id) => Unit.parse({ id, code: id, name: id, kind: 'province' }));
    if (row === undefined || other === undefined) throw new Error('two units');
    worker.say({ kind: 'units', on: '2024-11-20', units: [row], last: false });
    expect(editor.findings.getState().units).toBeNull();
    worker.say({ kind: 'units', on: '2024-11-20', units: [other], last: true });
    expect(editor.findings.getState().units?.map(({ id }) => id)).toEqual(['u', 'v']);
  });

  it('compiles the latest drawing only, once the worker has answered', () => {
    worker.units();
    for (const name of ['A', 'B', 'C']) {
      rename(name);
      vi.advanceTimersByTime(400);
    }
    expect(worker.kinds()).toEqual(['units', 'compile']);
    worker.compiled([]);
    const last = worker.sent.at(-1);
    expect(last?.kind === 'compile' && last.input.definition.title).toBe('C');
    worker.compiled([]);
    expect(worker.kinds()).toEqual(['units', 'compile', 'compile']);
  });

  it('does not compile again for boxes moved about', () => {
    worker.units();
    worker.compiled([]);
    editor.drawing.getState().run({
      name: 'move',
      change: (draft) => {
        draft.definition.layout.nodes['tinh'] = { x: 5, y: 5, locked: false };
      },
    });
    vi.advanceTimersByTime(400);
    expect(worker.kinds()).toEqual(['units', 'compile']);
  });

  it('keeps the very group that did not change', () => {
    worker.units();
    worker.compiled([['tinh', GROUP]]);
    const before = editor.findings.getState().groups.get('tinh');
    rename('D');
    vi.advanceTimersByTime(400);
    worker.compiled([['tinh', null]]);
    expect(editor.findings.getState().groups.get('tinh')).toBe(before);
  });

  it('asks for the units again on another day, and tries once more after a failure', () => {
    worker.units();
    worker.compiled([]);
    const { trial, set } = editor.findings.getState();
    set({ trial: { ...trial, startOn: '2025-07-01' } });
    vi.advanceTimersByTime(400);
    expect(worker.sent.at(-1)).toEqual({ kind: 'units', on: '2025-07-01' });
    worker.say({ kind: 'failed', status: 0 });
    vi.advanceTimersByTime(10_000);
    expect(worker.sent.at(-1)).toEqual({ kind: 'units', on: '2025-07-01' });
  });

  it('goes on in a new worker after one broke, says meanwhile that it waits, and finishes', () => {
    const waits = () => editor.findings.getState().trialWaits;
    worker.breakDown();
    expect(waits()).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(worker.kinds()).toEqual(['units', 'units']);
    worker.units();
    worker.breakDown();
    expect([worker.kinds().at(-1), waits()]).toEqual(['compile', true]);
    vi.advanceTimersByTime(19_000);
    expect(worker.kinds()).toHaveLength(3);
    vi.advanceTimersByTime(1_000);
    expect(worker.kinds()).toEqual(['units', 'units', 'compile', 'compile']);
    worker.compiled([['tinh', GROUP]]);
    expect([waits(), editor.findings.getState().groups.get('tinh')]).toEqual([false, GROUP]);
  });

  it('has no groups while nobody is chosen to start', () => {
    worker.units();
    worker.compiled([['tinh', GROUP]]);
    const { trial, set } = editor.findings.getState();
    set({ trial: { ...trial, rootUnitId: null } });
    vi.advanceTimersByTime(400);
    expect(editor.findings.getState().groups.size).toBe(0);
  });
});
