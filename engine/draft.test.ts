import { type DraftChange, ReportForm } from '#model';
import { expect, test } from 'vitest';
import { applyChange, draftFrom, EMPTY_DRAFT, fieldsOf, joinChanges, submissionOf } from './draft.ts';

const FILE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

test('a change touches the fields that it names and no other', () => {
  const first = applyChange(EMPTY_DRAFT, { values: { a: '1', b: '2' }, sections: { s: 'Một' } });
  const then = applyChange(first, { values: { b: null, c: '3' }, attachments: { [FILE]: true }, note: 'x' });
  expect(then).toEqual({
    nil: false,
    values: { a: '1', c: '3' },
    sections: { s: 'Một' },
    attachments: [FILE],
    note: 'x',
  });
  expect(applyChange(then, { attachments: { [OTHER]: true, [FILE]: false } }).attachments).toEqual([OTHER]);
  expect(applyChange(then, { attachments: { [FILE]: true } }).attachments).toEqual([FILE]);
});

test('two changes made by different people in any order come to the same', () => {
  const mine = { values: { a: '1' }, attachments: { [FILE]: true } };
  const theirs = { values: { b: '2' }, sections: { s: 'Hai' }, attachments: { [OTHER]: true } };
  const oneWay = applyChange(applyChange(EMPTY_DRAFT, mine), theirs);
  const otherWay = applyChange(applyChange(EMPTY_DRAFT, theirs), mine);
  expect({ ...oneWay, attachments: oneWay.attachments.toSorted() }).toEqual({
    ...otherWay,
    attachments: otherWay.attachments.toSorted(),
  });
});

test('changes joined on a machine are the same as changes made one after the other', () => {
  const changes: DraftChange[] = [
    { values: { a: '1', b: '5' }, nil: true },
    { values: { a: null }, sections: { s: 'x' } },
    { nil: false, note: 'y', attachments: { [FILE]: true } },
  ];
  const joined = changes.reduce((all, each) => joinChanges(all, each));
  expect(applyChange(EMPTY_DRAFT, joined)).toEqual(
    changes.reduce((all, each) => applyChange(all, each), EMPTY_DRAFT),
  );
  expect(fieldsOf(joined).toSorted()).toEqual(
    ['values.a', 'values.b', 'sections.s', `attachments.${FILE}`, 'note', 'nil'].toSorted(),
  );
});

test('a nil report is sent without figures, which stay in the draft', () => {
  const content = { ...EMPTY_DRAFT, nil: true, values: { a: '1' } };
  expect(submissionOf(content).values).toEqual({});
  expect(content.values).toEqual({ a: '1' });
});

test('a correction begins with what was handed in, as one would have typed it', () => {
  const form = ReportForm.parse({
    id: 'f',
    title: 'Báo cáo',
    kind: 'thematic',
    indicators: [
      { id: 'cost', label: 'Kinh phí', type: 'number', decimals: 2, aggregate: 'sum' },
      { id: 'share', label: 'Tỷ lệ', type: 'ratio', aggregate: 'ratioOfSums' },
      { id: 'plan', label: 'Có kế hoạch', type: 'yesNo', aggregate: 'count' },
    ],
  });
  const version = {
    kind: 'ordinary',
    values: {
      cost: { kind: 'number', value: '1234.5' },
      share: { kind: 'ratio', numerator: '1000', denominator: '4000' },
      plan: { kind: 'yesNo', yes: false },
      gone: { kind: 'number', value: '1' },
    },
    sections: { s: 'Đã làm' },
    note: '',
    attachmentIds: [FILE],
  } as const;
  expect(draftFrom(version, form)).toEqual({
    nil: false,
    values: { cost: '1.234,5', share: { numerator: '1.000', denominator: '4.000' }, plan: false },
    sections: { s: 'Đã làm' },
    attachments: [FILE],
    note: '',
  });
  expect(draftFrom({ ...version, kind: 'nil' }, form)).toMatchObject({ nil: true, values: {} });
});
