import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import type { Me } from '../api/session.ts';
import { shownAs } from './shown-as.ts';

// of the translations only the one that is asked for
const t = ((_key: string, { name }: { name: string }) => `thay ${name}`) as unknown as TFunction;
const CITY = { id: 'tp', name: 'Thành phố Bắc Kạn', kind: 'district' };
const post = (unitId: string) => ({ unitId }) as Me['capacities'][number];

it('says in which unit one works where the posts lie in several, and for whom', () => {
  const me = { name: 'Ví dụ: Lê An', unit: CITY, actingFor: null, capacities: [post('tp'), post('tp')] };
  expect(shownAs(me, t)).toBe('Ví dụ: Lê An');
  const two = { ...me, capacities: [post('tp'), post('phuong')] };
  expect(shownAs(two, t)).toBe('Thành phố Bắc Kạn · Ví dụ: Lê An');
  const acting = { ...two, actingFor: { personId: 'b', name: 'Ví dụ: Bùi Bình' } };
  expect(shownAs(acting, t)).toBe('Thành phố Bắc Kạn · Ví dụ: Lê An (thay Ví dụ: Bùi Bình)');
});
