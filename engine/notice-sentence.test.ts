import { describe, expect, it } from 'vitest';
import { deadlineWords, NOTICE_KINDS, noticeSentence } from './notice-sentence.ts';

const about = { aboutName: null, fromName: 'UBND tỉnh' };

describe('the sentence of a notice', () => {
  it('names the last moment on time: the day, or the minute where an hour is set', () => {
    expect(deadlineWords('2024-12-07T17:00:00.000Z').vi).toBe('hết ngày 07/12/2024');
    expect(deadlineWords('2024-12-08T08:01:00.000Z').vi).toBe('15:00 08/12/2024');
  });

  it('says who sent a task, what it is and until when', () => {
    const body = { kind: 'report', dueAt: '2024-12-07T17:00:00.000Z' };
    expect(noticeSentence({ kind: 'opened', body, ...about }).vi).toBe(
      'Việc mới từ UBND tỉnh: nộp báo cáo, hạn hết ngày 07/12/2024.',
    );
    expect(noticeSentence({ kind: 'opened', body: { kind: 'acknowledge' }, ...about }).vi).toBe(
      'Việc mới từ UBND tỉnh: tiếp nhận văn bản.',
    );
  });

  it('tells the extensions apart: asked, granted, another day, refused, a new calendar, an event', () => {
    const dueAt = '2024-12-10T17:00:00.000Z';
    const say = (body: Record<string, unknown>, aboutName: string | null = null) =>
      noticeSentence({ kind: 'extension', body, aboutName, fromName: null }).vi;
    expect(say({ askedDueAt: dueAt, reason: 'chờ số liệu.' }, 'Xã A')).toBe(
      'Xã A xin gia hạn đến hết ngày 10/12/2024: chờ số liệu.',
    );
    expect(say({ state: 'granted', dueAt })).toBe('Được gia hạn đến hết ngày 10/12/2024.');
    expect(say({ state: 'countered', dueAt })).toContain('khác ngày đã xin');
    expect(say({ state: 'refused', reason: 'đã muộn' })).toBe(
      'Đề nghị gia hạn không được chấp thuận: đã muộn.',
    );
    expect(say({ calendar: { id: 'vn' }, dueAt })).toContain('Lịch làm việc thay đổi');
    expect(say({ event: 'le-khai-mac', dueAt })).toContain('sự kiện');
  });

  it('tells of a post what came with it, and of a delegation from when to when', () => {
    const say = (kind: string, body: Record<string, unknown>) =>
      noticeSentence({ kind, body, aboutName: null, fromName: null });
    expect(say('postHandedOver', { post: 'Chánh Văn phòng, Xã A', giver: 'Ví dụ: B', work: 2 })).toEqual({
      vi: 'Nhận chức vụ Chánh Văn phòng, Xã A từ Ví dụ: B, cùng 2 việc đang làm.',
      en: 'You hold the post Chánh Văn phòng, Xã A now, handed over by Ví dụ: B, with 2 open tasks.',
    });
    const days = { giver: 'Ví dụ: B', fromDate: '2026-12-01', toDate: '2026-12-04' };
    expect(say('delegated', { kind: 'absence', reason: 'nghỉ phép.', ...days }).en).toBe(
      'You stand in for Ví dụ: B from 01/12/2026 to 04/12/2026: nghỉ phép.',
    );
  });

  it('is whole in both languages for every kind, however little the notice says', () => {
    for (const kind of NOTICE_KINDS) {
      const { vi, en } = noticeSentence({ kind, body: {}, aboutName: null, fromName: null });
      for (const text of [vi, en]) {
        expect(text, kind).toMatch(/\.$/);
        expect(text, kind).not.toMatch(/undefined|null|object/);
      }
    }
  });

  it('does not leave a kind that it does not know without a word', () => {
    expect(noticeSentence({ kind: 'unheardOf', body: {}, ...about }).vi).toBe('Có thông báo mới.');
  });
});
