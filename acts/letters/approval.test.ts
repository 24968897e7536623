import { expect, test } from 'vitest';
import { actorsOf, type ApprovalChain, type Principal, type Role } from '#model';
import { type Approval, approversOf, standingOf, stepAfter, stuckStep, waitsFor } from './approval.ts';

const holder = (id: string, ...roles: Role[]) => ({ id, name: `Ví dụ: ${id}`, roles });
const HOLDERS = [
  holder('an', 'officer'),
  holder('binh', 'leader'),
  holder('chi', 'leader'),
  holder('dung', 'clerk'),
];
const chainOf = (mode: 'any' | 'all', more: Partial<ApprovalChain> = {}): ApprovalChain => ({
  steps: [{ mode, roles: ['leader'], personIds: [] }],
  selfApproval: false,
  ...more,
});
const stand = (change: Partial<Approval> = {}): Approval => ({
  chain: chainOf('any'),
  step: 0,
  writers: ['person:an'],
  approvedBy: [],
  holders: HOLDERS,
  ...change,
});
const who = (id: string, roles: readonly Role[], actingFor: string | null = null): Principal => ({
  kind: 'person',
  id: `person:${id}`,
  name: id,
  unitId: 'u',
  roles,
  scopes: [],
  postId: 'p',
  actingFor: actingFor === null ? null : { personId: actingFor, name: actingFor, delegationId: 'd' },
});

test('whoever the step names may approve, others may not', () => {
  expect(standingOf(stand(), who('binh', ['leader']))).toBe('may');
  expect(standingOf(stand(), who('dung', ['clerk']))).toBe('notNamed');
  const named = stand({
    chain: chainOf('any', { steps: [{ mode: 'any', roles: [], personIds: ['dung'] }] }),
  });
  expect(standingOf(named, who('dung', ['clerk']))).toBe('may');
});

test('nobody approves what he wrote, nor what the one wrote for whom he stands in, nor the other way round', () => {
  const own = stand({ writers: ['person:binh'] });
  expect(standingOf(own, who('binh', ['leader']))).toBe('ownWork');
  expect(standingOf(own, who('an', ['leader'], 'binh'))).toBe('ownWork');
  expect(standingOf(own, who('binh', ['leader'], 'chi'))).toBe('ownWork');
  expect(standingOf(own, who('chi', ['leader']))).toBe('may');
  expect(
    standingOf(
      stand({ writers: ['person:binh'], chain: chainOf('any', { selfApproval: true }) }),
      who('binh', ['leader']),
    ),
  ).toBe('may');
  expect(actorsOf(who('an', [], 'binh'))).toEqual(['person:an', 'person:binh']);
});

test('one approval is enough for any; all waits for everybody named, a substitute counting as the one he stands in for', () => {
  expect(stepAfter(stand(), 'person:binh')).toBe(1);
  const all = stand({ chain: chainOf('all') });
  expect(stepAfter(all, 'person:binh')).toBe(0);
  expect(stepAfter({ ...all, approvedBy: ['person:binh'] }, 'person:chi')).toBe(1);
  expect(standingOf({ ...all, approvedBy: ['person:binh'] }, who('an', ['leader'], 'binh'))).toBe('ownWork');
  expect(standingOf({ ...all, approvedBy: ['person:binh'] }, who('binh', ['leader']))).toBe('already');
  const named = (approval: Approval) => waitsFor(approval).map(({ id }) => id);
  expect(named(all)).toEqual(['binh', 'chi']);
  expect(named({ ...all, approvedBy: ['person:binh'] })).toEqual(['chi']);
  // the other left the house meanwhile
  const left = { ...all, approvedBy: ['person:binh'], holders: HOLDERS.filter(({ id }) => id !== 'chi') };
  expect(named(left)).toEqual([]);
});

test('a writer among those named is not waited for', () => {
  const all = stand({ chain: chainOf('all'), writers: ['person:chi'] });
  expect(approversOf(all, 0).map(({ id }) => id)).toEqual(['binh']);
  expect(stepAfter(all, 'person:binh')).toBe(1);
});

test('a step that nobody could approve is found before the letter waits for ever', () => {
  expect(stuckStep(stand())).toBe(null);
  expect(stuckStep(stand({ writers: ['person:binh', 'person:chi'] }))).toBe(0);
  expect(stuckStep(stand({ chain: chainOf('any', { steps: [] }) }))).toBe(null);
});
