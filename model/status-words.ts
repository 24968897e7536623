import { capital } from './capital.ts';
import type { ObligationStatus } from './obligation.ts';
import type { Indicator } from './report-form.ts';

/**
 * What each standing is called, in both languages: pages, exported files, mails and the command line take
 * their words from here, so that one thing has one name. Lower case; `titlesIn` begins them with a capital.
 */
export interface Word {
  readonly vi: string;
  readonly en: string;
}
type Words<Key extends string> = Readonly<Record<Key, Word>>;
export type Language = keyof Word;

/** Of an obligation; `planned`: it is in the plan, and the unit above has not passed the directive on. */
export const STATUS_WORDS: Words<ObligationStatus | 'planned'> = {
  dormant: { vi: 'chưa phát sinh', en: 'not arisen' },
  open: { vi: 'chưa tiếp nhận', en: 'not acknowledged' },
  acknowledged: { vi: 'đã tiếp nhận', en: 'acknowledged' },
  submitted: { vi: 'chờ duyệt', en: 'to be decided' },
  returned: { vi: 'bị trả lại', en: 'returned' },
  accepted: { vi: 'đã duyệt', en: 'accepted' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  planned: { vi: 'chưa chuyển đến', en: 'not passed on yet' },
};

/** Of one version of a report. */
export const VERSION_WORDS: Words<'submitted' | 'accepted' | 'returned' | 'superseded'> = {
  submitted: STATUS_WORDS.submitted,
  accepted: STATUS_WORDS.accepted,
  returned: STATUS_WORDS.returned,
  superseded: { vi: 'đã có bản mới hơn', en: 'followed by a newer version' },
};

/** Why a source is not counted (C9). */
export const MISSING_WORDS: Words<'notReported' | 'awaitingDecision' | 'returned'> = {
  notReported: { vi: 'chưa nộp', en: 'not handed in' },
  awaitingDecision: STATUS_WORDS.submitted,
  returned: STATUS_WORDS.returned,
};

/** `late`: it came after its deadline; `overdue`: the deadline has passed and it is still owed (C7). */
export const TIMELINESS_WORDS: Words<'inTime' | 'late' | 'overdue' | 'noDeadline'> = {
  inTime: { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'muộn', en: 'late' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  noDeadline: { vi: 'không có hạn', en: 'no deadline' },
};

/** Of a letter on its way out. */
export const LETTER_WORDS: Words<'draft' | 'submitted' | 'approved' | 'returned' | 'issued' | 'withdrawn'> = {
  draft: { vi: 'bản thảo', en: 'draft' },
  submitted: { vi: 'chờ duyệt', en: 'to be approved' },
  approved: { vi: 'chờ phát hành', en: 'to be issued' },
  returned: STATUS_WORDS.returned,
  issued: { vi: 'đã phát hành', en: 'issued' },
  withdrawn: { vi: 'đã hủy', en: 'given up' },
};

/** Of a revision of a consolidation. */
export const REVISION_WORDS: Words<'draft' | 'signed'> = {
  draft: { vi: 'chờ ký', en: 'to be signed' },
  signed: { vi: 'đã ký', en: 'signed' },
};

export const CAMPAIGN_WORDS: Words<'running' | 'closed' | 'cancelled'> = {
  running: { vi: 'đang chạy', en: 'running' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
  cancelled: STATUS_WORDS.cancelled,
};

export const MODE_WORDS: Words<'live' | 'rehearsal'> = {
  live: { vi: 'thật', en: 'live' },
  rehearsal: { vi: 'diễn tập', en: 'rehearsal' },
};

/** How the figures of many become one. */
export const AGGREGATE_WORDS: Words<Indicator['aggregate']> = {
  sum: { vi: 'tổng', en: 'sum' },
  average: { vi: 'trung bình cộng', en: 'average' },
  min: { vi: 'nhỏ nhất', en: 'smallest' },
  max: { vi: 'lớn nhất', en: 'largest' },
  last: { vi: 'mới nhất', en: 'latest' },
  count: { vi: 'đếm', en: 'count' },
  ratioOfSums: { vi: 'tỷ lệ của các tổng', en: 'ratio of the sums' },
  concat: { vi: 'ghép các câu trả lời', en: 'answers put together' },
  none: { vi: 'không tổng hợp', en: 'not consolidated' },
};

/** In the middle of a sentence. */
export const wordsIn = <Key extends string>(words: Words<Key>, language: Language): Record<Key, string> =>
  each(words, (word) => word[language]);

/** Standing alone, or at the beginning. */
export const titlesIn = <Key extends string>(words: Words<Key>, language: Language): Record<Key, string> =>
  each(words, (word) => capital(word[language]));

function each<Key extends string>(words: Words<Key>, say: (word: Word) => string): Record<Key, string> {
  const said = Object.entries<Word>(words).map(([key, word]) => [key, say(word)]);
  // the keys are those of `words`
  return Object.fromEntries(said) as Record<Key, string>;
}
