import { describe, expect, it } from 'vitest';
import { focalNames } from './focal-names.ts';

const owing = (parentUnitId: string, nodeId: string, collectorUnitId: string | null) => ({
  parentUnitId,
  nodeIds: [nodeId],
  obligations: [
    {
      id: `${parentUnitId}-${nodeId}`,
      kind: 'report' as const,
      reportId: 'r',
      collectorUnitId,
      status: 'open' as const,
      done: false,
      timeliness: 'inTime' as const,
      dueAt: null,
      reworkDueAt: null,
      dueWhy: [],
      countedAt: null,
      version: 0,
      dueDate: null,
      dueBound: null,
      overdueAt: null,
      acceptedVersion: null,
      closed: false,
      revision: 1,
    },
  ],
});
const names = new Map([['office', 'Phòng Kinh tế']]);

describe('who collects on behalf', () => {
  it('is named for a group that reports through one unit', () => {
    expect([
      ...focalNames([owing('city', 'wards', 'office'), owing('city', 'wards', 'office')], names),
    ]).toEqual([['wards', 'Phòng Kinh tế']]);
  });

  it('is nobody where units report to the one that addressed them', () => {
    expect(focalNames([owing('city', 'wards', 'city'), owing('city', 'front', null)], names).size).toBe(0);
  });

  it('has no one name where every parent has its own', () => {
    expect(focalNames([owing('a', 'wards', 'office'), owing('b', 'wards', 'other')], names).size).toBe(0);
  });
});
