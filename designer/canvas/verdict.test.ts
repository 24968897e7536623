import { describe, expect, it } from 'vitest';
import { applied } from '../drawing/command.ts';
import { focalPointsOf } from '../drawing/layout.ts';
import { drawn } from './fixtures.ts';
import { verdictOf, type Wish } from './verdict.ts';

const definition = drawn();
const focal = focalPointsOf(definition.nodes);
const FOCAL = 'via/top/0';
const judge = (wish: Wish) => verdictOf(definition, focal, wish);
const why = (wish: Wish) => {
  const verdict = judge(wish);
  return verdict.ok ? 'ok' : verdict.problem === null ? verdict.key : verdict.problem.code;
};
const after = (wish: Wish) => {
  const verdict = judge(wish);
  if (!verdict.ok) throw new Error('refused');
  return applied({ definition, directive: null }, verdict.command).definition.nodes;
};

describe('a line drawn by hand', () => {
  it('makes a level address another one', () => {
    const nodes = after({ source: 'front', target: 'commune', handle: 'out' });
    expect(nodes.find(({ id }) => id === 'commune')?.parent).toBe('front');
  });

  it('is refused for the reasons of the rule book', () => {
    expect(why({ source: 'commune', target: 'district', handle: 'out' })).toBe('definition.cycle');
    expect(why({ source: 'commune', target: 'top', handle: 'out' })).toBe('definition.rootHasNoParent');
    expect(why({ source: 'top', target: 'front', handle: 'out' })).toBe('definition.alreadyConnected');
  });

  it('lets a group report through a focal point of the level above', () => {
    const nodes = after({ source: 'front', target: FOCAL, handle: 'up' });
    expect(nodes.find(({ id }) => id === 'front')?.obligations[0]?.via?.select).toEqual({
      kind: 'list',
      units: ['office'],
    });
  });

  it('says why a focal point takes no line', () => {
    expect(why({ source: 'district', target: FOCAL, handle: 'up' })).toBe('focalAlready');
    expect(why({ source: 'commune', target: FOCAL, handle: 'up' })).toBe('focalOther');
    expect(why({ source: 'top', target: FOCAL, handle: 'out' })).toBe('focalNotBelow');
    expect(why({ source: 'front', target: 'district', handle: 'up' })).toBe('upOnlyFocal');
    const silent = drawn(({ nodes }) => {
      for (const node of nodes) if (node.id === 'front') node.obligations = [];
    });
    const verdict = verdictOf(silent, focalPointsOf(silent.nodes), {
      source: 'front',
      target: FOCAL,
      handle: 'up',
    });
    expect(verdict).toMatchObject({ ok: false, key: 'focalNoReport', name: 'Mặt trận' });
  });
});
