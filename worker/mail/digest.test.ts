import { describe, expect, it } from 'vitest';
import type { NoticeView } from '#acts';
import { digestOf } from './digest.ts';

const notice = (given: Partial<NoticeView> & { id: number; kind: string }): NoticeView => ({
  campaignId: 'c',
  campaignTitle: 'Kế hoạch 1',
  obligationId: `o${given.id}`,
  unitId: 'u',
  unitName: 'Xã A',
  at: '2026-11-23T00:00:00.000Z',
  body: {},
  periodKey: 'once',
  periodLabel: null,
  aboutUnitId: 'u',
  aboutName: 'Xã A',
  collectorUnitId: null,
  fromName: null,
  vi: `câu ${given.id}`,
  en: `sentence ${given.id}`,
  path: `/tasks/o${given.id}`,
  ...given,
});
const digest = (notices: readonly NoticeView[]) =>
  digestOf({ personName: 'Ví dụ: A', day: '2026-11-23', notices, publicUrl: 'https://x.example' });

describe('a digest', () => {
  it('puts the most pressing first and counts everything in its subject', () => {
    const { subject, text } = digest([
      notice({ id: 1, kind: 'opened' }),
      notice({ id: 2, kind: 'overdue' }),
      notice({ id: 3, kind: 'somethingNew' }),
      notice({ id: 4, kind: 'overdue' }),
    ]);
    expect(subject).toBe('Việc ngày 23/11/2026: 2 quá hạn, 1 việc mới, 1 thông báo khác');
    expect(text.match(/câu \d/g)).toEqual(['câu 2', 'câu 4', 'câu 1', 'câu 3']);
    expect(text).toContain('https://x.example/tasks/o2');
  });

  it('says of a task only the last of its reminders and overdue marks', () => {
    const same = { obligationId: 'o' };
    const { text } = digest([
      notice({ id: 1, kind: 'reminder', ...same }),
      notice({ id: 2, kind: 'reminder', ...same }),
      notice({ id: 3, kind: 'overdue', ...same }),
    ]);
    expect(text.match(/câu \d/g)).toEqual(['câu 3']);
  });

  it('names the unit where the person works for several', () => {
    const { text } = digest([
      notice({ id: 1, kind: 'opened' }),
      notice({ id: 2, kind: 'opened', unitId: 'v', unitName: 'Xã B' }),
    ]);
    expect(text).toContain('Kế hoạch 1 · Xã B');
  });

  it('is read on a phone and on a dark ground, and no reason of several lines passes for entries of the list', () => {
    const vi = 'Bị trả lại: Sai số <liệu> & ký\n\nĐÃ QUÁ HẠN (9)\n- Việc khác';
    const { text, html } = digest([notice({ id: 1, kind: 'returned', vi })]);
    expect(text).toContain('- Bị trả lại: Sai số <liệu> & ký ĐÃ QUÁ HẠN (9) - Việc khác\n  Kế hoạch 1\n');
    expect(text.match(/^- /gm)).toHaveLength(1);
    expect(html).toContain('Sai số &lt;liệu&gt; &amp; ký');
    expect(html).toContain('<meta name="viewport" content="width=device-width">');
    expect(html).toContain('color-scheme:light dark');
    // a colour of letters without one of their ground is lost on somebody's
    expect(html).not.toMatch(/[^-]color:#/);
  });

  it('stays a mail when a thousand units are late', () => {
    const many = Array.from({ length: 1000 }, (_, id) => notice({ id, kind: 'escalation' }));
    const { subject, text, html } = digest(many);
    expect(subject).toContain('1000 cấp dưới chưa hoàn thành');
    expect(text.match(/câu \d/g)).toHaveLength(40);
    expect(html).toContain('và 960 thông báo nữa');
  });
});
