import { describe, expect, it } from 'vitest';
import { changedPath, changesOf, mergeOf, writeChanges } from './change.ts';

const task = { id: 'a', text: 'Treo cờ', role: 'joint', members: { kind: 'all' } };
const node = { id: 'xa', name: 'Xã', tasks: [task, { ...task, id: 'b' }] };
const typed = { ...node, tasks: [{ ...task, text: 'Treo cờ, phướn' }, node.tasks[1]] };

describe('what differs', () => {
  it('is told as deep as one thing only differs', () => {
    expect(changedPath(node, typed)).toEqual(['tasks', 0, 'text']);
    expect(changedPath(node, { ...node, name: 'Phường', tasks: [] })).toEqual([]);
    expect(changedPath(node, node)).toBeNull();
  });

  it('is the whole list where something was added', () => {
    expect(changedPath(node, { ...node, tasks: [...node.tasks, task] })).toEqual(['tasks']);
  });

  it('is written without touching the rest', () => {
    expect(changesOf(node, typed)).toEqual({ tasks: typed.tasks });
  });

  it('takes away what is gone', () => {
    const before: { name: string; mark?: string } = { name: 'a', mark: 'MẬT' };
    const written = { ...before, mark: 'MẬT' };
    writeChanges(written, before, { name: 'b' });
    expect(Object.entries(written)).toEqual([['name', 'b']]);
  });
});

describe('steps of undo', () => {
  it('go on while one text or figure is typed', () => {
    expect(mergeOf('xa', node, typed)).toBe('xa/tasks/0/text');
    expect(mergeOf('xa', { days: 1 }, { days: 12 })).toBe('xa/days');
  });

  it('are new for everything that is added, taken away or changes its shape', () => {
    expect(mergeOf('xa', node, { ...node, tasks: [task] })).toBeUndefined();
    expect(
      mergeOf('xa', { due: { kind: 'none' } }, { due: { kind: 'lead', workingDays: 3 } }),
    ).toBeUndefined();
    expect(mergeOf('xa', { allowEmpty: false }, { allowEmpty: true })).toBeUndefined();
  });
});
