import { describe, expect, it } from 'vitest';
import { scopesOf } from '#model';
import type { Me } from '../api/session.ts';
import { isShipped, mayDraw, mayEdit, mayStart } from './may-edit.ts';

const person = (unitId: string, role: 'designer' | 'leader'): Me => ({
  kind: 'person',
  id: 'person:x',
  name: 'x',
  unit: { id: unitId, name: unitId, kind: 'ministry' },
  roles: [role],
  scopes: scopesOf([role]),
  embedded: false,
  actingFor: null,
  capacities: [],
});
const designer = person('vn-bct', 'designer');

describe('who may edit', () => {
  it('is a designer of the unit that owns the drawing or the template', () => {
    expect(mayEdit(designer, { ownerUnitId: 'vn-bct', template: false })).toBe(true);
    expect(mayEdit(designer, { ownerUnitId: 'vn-bct', template: true })).toBe(true);
    expect(mayEdit(designer, { ownerUnitId: '2024-province-06', template: false })).toBe(false);
    expect(mayEdit(person('vn-bct', 'leader'), { ownerUnitId: 'vn-bct', template: false })).toBe(false);
  });

  it('is nobody for a shipped template', () => {
    const shipped = { ownerUnitId: null, template: true };
    expect(isShipped(shipped)).toBe(true);
    expect(mayEdit(designer, shipped)).toBe(false);
    expect(mayEdit({ ...designer, unit: null }, shipped)).toBe(false);
    expect(mayEdit({ ...designer, unit: null }, { ownerUnitId: null, template: false })).toBe(true);
  });

  it('is not asked of who starts a campaign', () => {
    const leader = person('vn-bct', 'leader');
    expect([mayDraw(leader), mayStart(leader)]).toEqual([false, true]);
  });
});
