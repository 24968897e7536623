import { Calendar, Definition, Directive, ObligationRule, Task } from '#model';
import type { Drawing } from '../drawing/drawing.ts';

export const calendars = [
  Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Lịch',
    weekdays: [1, 2, 3, 4, 5],
    years: { from: 2024, to: 2026 },
    days: [],
  }),
];
export const kinds = (...unitKinds: string[]) => ({ kind: 'ofKind', unitKinds });
export const by = (date: string): ObligationRule['due'] => ({ kind: 'date', date, time: null, bound: 'by' });
export const task = (id: string, more: object = {}) => Task.parse({ id, text: 'Việc', ...more });
export const owes = (due: object, more: object = {}) => ObligationRule.parse({ report: 'kq', due, ...more });

/** Province, districts and communes with one report of two figures and a letter: nothing to say about it. */
export const sound: Drawing = {
  definition: Definition.parse({
    formatVersion: 1,
    key: 'ba-cap',
    title: 'Ba cấp',
    reports: [
      {
        id: 'kq',
        title: 'Kết quả',
        kind: 'thematic',
        indicators: [
          { id: 'so', label: 'Số', type: 'number', aggregate: 'sum' },
          { id: 'chu', label: 'Chữ', type: 'text', aggregate: 'concat' },
        ],
        sections: [{ id: 'muc', title: 'Mục' }],
        attachments: [{ kind: 'word', label: 'Word', extensions: ['docx'], min: 1, max: 1 }],
      },
    ],
    nodes: [
      { id: 'tinh', name: 'UBND tỉnh', parent: null, select: { kind: 'root' }, sharedTasks: [task('chung')] },
      {
        id: 'huyen',
        name: 'UBND huyện',
        parent: 'tinh',
        select: kinds('district'),
        tasks: [task('viec-huyen')],
        obligations: [owes(by('2025-06-13'))],
      },
      {
        id: 'xa',
        name: 'UBND xã',
        parent: 'huyen',
        select: kinds('commune'),
        tasks: [task('viec-xa')],
        obligations: [owes({ kind: 'lead', workingDays: 3 })],
      },
    ],
    targets: [
      {
        report: 'kq',
        indicator: 'so',
        total: '10',
        node: 'huyen',
        split: {
          kind: 'given',
          shares: [
            { unit: 'a', value: '4' },
            { unit: 'b', value: '6' },
          ],
        },
      },
    ],
  }),
  directive: Directive.parse({
    codeNumber: null,
    codeNotation: 'UBND-KT',
    documentType: 'Công văn',
    subject: 'thử',
    issuedDate: null,
    place: 'Bắc Kạn',
    issuingBody: 'UBND tỉnh',
    addressees: [{ text: 'UBND huyện', node: 'huyen' }],
    recipients: [{ name: 'VT', purpose: 'archive' }],
    signature: { authority: ['TM'], titles: [], name: 'A' },
  }),
};
