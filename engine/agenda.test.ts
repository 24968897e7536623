import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agenda } from './agenda.ts';

test('instants come out in order, each subject once per instant', () => {
  const subject = fc.tuple(fc.nat(30), fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 60 }), (added) => {
      const alarms = agenda<string>();
      for (const [at, key] of added) alarms.add(at, key, `${at} ${key}`);
      const taken: string[] = [];
      for (let at = alarms.next(); at !== null; at = alarms.next()) {
        const items = alarms.take();
        expect(items.every((item) => item.startsWith(`${at} `))).toBe(true);
        taken.push(...items);
      }
      const expected = [...new Set(added.map(([at, key]) => `${at} ${key}`))];
      const instants = taken.map((item) => Number(item.split(' ')[0]));
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect([...taken].sort()).toEqual(expected.sort());
    }),
  );
});

test('nothing to come is nothing to take', () => {
  expect(agenda().next()).toBeNull();
  expect(agenda().take()).toEqual([]);
});
