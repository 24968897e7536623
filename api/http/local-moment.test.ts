import { expect, it } from 'vitest';
import { localMoment } from './local-moment.ts';

it('is the moment in Viet Nam, to the second', () => {
  expect(localMoment('2024-12-08T08:00:03.000Z')).toBe('08/12/2024 15:00:03');
  expect(localMoment('2024-12-31T17:00:59.999Z')).toBe('01/01/2025 00:00:59');
});
