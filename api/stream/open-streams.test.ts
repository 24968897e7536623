import { expect, it } from 'vitest';
import { OpenStreams } from './open-streams.ts';

it('one person holds so many streams open and no more; what ends makes room, once', () => {
  const streams = new OpenStreams();
  const person = { id: 'person:a', kind: 'person' } as const;
  const held = Array.from({ length: 60 }, () => streams.take(person));
  expect(held).not.toContain(null);
  expect(streams.take(person)).toBeNull();
  expect(streams.take({ ...person, id: 'person:b' })).not.toBeNull();
  held[0]?.();
  held[0]?.();
  expect(streams.take(person)).not.toBeNull();
  expect(streams.take(person)).toBeNull();
});
