import { describe, expect, it } from 'vitest';
import { REPORT } from './fixtures.ts';
import { drawn, found, group, one, owes, root } from './drawing-fixtures.ts';

const form = (more: object) => one({}, { reports: [{ ...REPORT, ...more }] });

describe('report forms', () => {
  it('add up only what can be added', () => {
    const indicators = [
      { id: 'a', label: 'A', type: 'text', aggregate: 'sum' },
      { id: 'b', label: 'B', type: 'ratio', aggregate: 'average' },
      { id: 'c', label: 'C', type: 'yesNo', aggregate: 'count', accumulation: 'cumulative' },
      { id: 'c', label: 'C', type: 'number', aggregate: 'sum' },
    ];
    expect(form({ indicators })).toEqual([
      'e definition.duplicateIndicator reports.0.indicators.3',
      'e definition.aggregationImpossible reports.0.indicators.0.aggregate',
      'e definition.aggregationImpossible reports.0.indicators.1.aggregate',
      'e definition.cumulativeNotNumeric reports.0.indicators.2.accumulation',
    ]);
  });

  it('ask for attachments that can be given', () => {
    expect(
      form({ attachments: [{ kind: 'word', label: 'Word', extensions: ['docx'], min: 2, max: 1 }] }),
    ).toEqual(['e definition.attachmentMinMax reports.0.attachments.0']);
  });

  it('are owed by somebody', () => {
    expect(found(drawn([root, group('a')]))).toEqual(['w definition.reportUnused reports.0']);
  });

  const period = (key: string, due: string, more: object = {}) => ({
    key,
    label: key,
    due: { date: due, bound: 'by' },
    ...more,
  });
  const periodic = (...list: object[]) =>
    one(
      { obligations: [owes({ due: { kind: 'period' } })] },
      {
        reports: [
          {
            ...REPORT,
            kind: 'periodic',
            periods: { kind: 'named', list } as never,
            indicators: [{ id: 'a', label: 'A', type: 'number', aggregate: 'sum' }],
          },
        ],
      },
    );

  it('have periods in order, closed before they are due', () => {
    expect(
      periodic(
        period('a', '2026-06-16', { from: '2026-01-01', to: '2026-06-30' }),
        period('b', '2026-12-16', { from: '2026-06-30', to: '2026-06-01' }),
      ),
    ).toEqual([
      'e definition.periodReversed reports.0.periods.list.1',
      'w definition.periodsOverlap reports.0.periods.list.1.from',
    ]);
    expect(
      periodic(
        period('a', '2026-06-16'),
        period('a', '2026-06-15'),
        period('c', '2026-06-15', { opens: '2026-06-15' }),
      ),
    ).toEqual([
      'e definition.duplicatePeriod reports.0.periods.list.1',
      'e definition.opensAfterDue reports.0.periods.list.2.opens',
      'w definition.periodsOutOfOrder reports.0.periods.list.1.due',
      'w definition.periodsSameDue reports.0.periods.list.2.due',
    ]);
    expect(periodic(period('a', '2026-06-15', { cutoff: '2026-06-15' }))).toEqual([
      'e definition.dueBeforeCutoff reports.0.periods.list.0.due',
    ]);
    // 14/06/2026 is a Sunday, 15/06 a Monday; Saturday and Sunday are no working days after Friday's cut-off.
    expect(periodic(period('a', '2026-06-15', { cutoff: '2026-06-14' }))).toEqual([]);
    expect(periodic(period('a', '2026-06-14', { cutoff: '2026-06-12' }))).toEqual([
      'w definition.deadlineOnDayOff reports.0.periods.list.0.due.date',
      'w definition.cutoffTooClose reports.0.periods.list.0.cutoff',
    ]);
  });

  it('may override only months in which something falls due', () => {
    const rule = (recurrence: object, overrides: object[]) =>
      one(
        { obligations: [owes({ due: { kind: 'period' } })] },
        {
          reports: [
            {
              ...REPORT,
              periods: {
                kind: 'rule',
                recurrence,
                bound: 'by',
                overrides,
                from: '2026-01-01',
                until: '2025-01-01',
              } as never,
            },
          ],
        },
      );
    expect(
      rule({ frequency: 'quarterly', day: 5 }, [
        { month: '2026-02', date: '2026-02-05' },
        { month: '2026-04', date: '2026-05-05' },
      ]),
    ).toEqual([
      'e definition.periodReversed reports.0.periods.until',
      'e definition.overrideWithoutMonth reports.0.periods.overrides.0',
      'w definition.overrideOtherMonth reports.0.periods.overrides.1',
      // Nothing is ever due: the rule of the group has no date.
      'e schedule.periodWithoutDate nodes.1.obligations.0.due',
    ]);
  });
});
