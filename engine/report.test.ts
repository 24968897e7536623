import { ReportForm, ReportInput } from '#model';
import { expect, test } from 'vitest';
import { checkReport } from './report.ts';

const form = ReportForm.parse({
  id: 'f',
  title: 'Báo cáo',
  kind: 'thematic',
  indicators: [
    { id: 'events', label: 'Số hoạt động', type: 'number', aggregate: 'sum' },
    { id: 'cost', label: 'Kinh phí', type: 'number', decimals: 2, aggregate: 'sum', required: false },
    { id: 'share', label: 'Tỷ lệ', type: 'ratio', aggregate: 'ratioOfSums', required: false },
    { id: 'note', label: 'Ghi chú', type: 'text', aggregate: 'concat', required: false },
    { id: 'places', label: 'Địa điểm', type: 'list', aggregate: 'concat', required: false },
    { id: 'plan', label: 'Có kế hoạch', type: 'yesNo', aggregate: 'count', required: false },
  ],
  sections: [{ id: 'result', title: 'Kết quả', required: true }],
  attachments: [
    { kind: 'word', label: 'Tệp Word', extensions: ['docx'], min: 1, max: 1 },
    { kind: 'scan', label: 'Bản scan', extensions: ['pdf'], min: 1, max: 1 },
  ],
});
const WORD = { id: '11111111-1111-4111-8111-111111111111', kind: 'word', extension: 'docx' };
const SCAN = { id: '22222222-2222-4222-8222-222222222222', kind: 'scan', extension: 'pdf' };
const good = { values: { events: '1.234' }, sections: { result: 'Đã làm' }, attachments: [WORD.id, SCAN.id] };

const check = (input: object, files = [WORD, SCAN], of = form) =>
  checkReport(of, ReportInput.parse(input), files);
const problems = (...args: Parameters<typeof check>) => {
  const result = check(...args);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
};

test('a complete report is read into exact values', () => {
  const values = {
    events: 3,
    cost: '1.234,50',
    share: { numerator: 1, denominator: '4' },
    note: '  tốt ',
    places: ['chợ', ' '],
    plan: 'Có',
  };
  expect(check({ ...good, values })).toMatchObject({
    ok: true,
    value: {
      complete: true,
      sections: { result: 'Đã làm' },
      values: {
        events: { kind: 'number', value: '3' },
        cost: { kind: 'number', value: '1234.5' },
        share: { kind: 'ratio', numerator: '1', denominator: '4' },
        note: { kind: 'text', text: 'tốt' },
        places: { kind: 'list', items: ['chợ'] },
        plan: { kind: 'yesNo', yes: true },
      },
    },
  });
});

test('what is left empty is no value: neither zero nor nil', () => {
  const result = check({ ...good, values: { events: 0, cost: '', share: null, places: [] } });
  expect(result.ok && Object.keys(result.value.values)).toEqual(['events']);
});

test('every problem is told at once, each with its place', () => {
  const input = {
    values: { cost: '1,234.5', share: { numerator: '1', denominator: 0 }, note: 5, other: 1 },
    sections: { foreword: 'x' },
    attachments: [WORD.id, WORD.id, '33333333-3333-4333-8333-333333333333'],
  };
  expect(problems(input)).toEqual([
    'report.indicatorUnknown values.other',
    'report.sectionUnknown sections.foreword',
    'report.indicatorRequired values.events',
    'report.numberNotVietnamese values.cost',
    'report.zeroDenominator values.share.denominator',
    'report.wrongType values.note',
    'report.sectionRequired sections.result',
    'report.attachmentTwice attachments.1',
    'report.attachmentUnknown attachments.2',
    'report.attachmentMissing attachments',
  ]);
});

test('exactly one Word file and one scan are asked for, of the right kinds', () => {
  const second = { ...WORD, id: '44444444-4444-4444-8444-444444444444' };
  const exe = { ...SCAN, extension: 'exe' };
  expect(problems({ ...good, attachments: [WORD.id] })).toEqual(['report.attachmentMissing attachments']);
  expect(problems({ ...good, attachments: [WORD.id, second.id, SCAN.id] }, [WORD, second, SCAN])).toEqual([
    'report.attachmentTooMany attachments',
  ]);
  expect(problems(good, [WORD, exe])).toEqual(['report.attachmentExtension attachments.1']);
  expect(problems(good, [WORD, { ...SCAN, kind: 'photo' }])).toContain(
    'report.attachmentKindUnknown attachments.1',
  );
});

test('a nil report counts zeros and may hold nothing besides', () => {
  const nil = { nil: true, attachments: [WORD.id, SCAN.id] };
  const result = check(nil);
  expect(result.ok && result.value.values).toEqual({
    events: { kind: 'number', value: '0' },
    cost: { kind: 'number', value: '0' },
    share: { kind: 'ratio', numerator: '0', denominator: '0' },
  });
  expect(problems({ ...nil, values: { events: 1 } })).toEqual(['report.nilWithValues values.events']);
  expect(problems(nil, [WORD, SCAN], { ...form, nilAllowed: false })).toEqual(['report.nilNotAllowed nil']);
});
