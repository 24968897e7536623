import type { Sentences } from './sentence.ts';

export const CALENDAR_SENTENCES: Sentences = {
  'calendar.yearNotCovered': {
    vi: 'Lịch làm việc “{calendar}” chưa có năm {year}. Hãy bổ sung năm này vào lịch rồi thử lại.',
    en: 'The working calendar “{calendar}” does not cover the year {year}. Add that year to the calendar and try again.',
  },
};
