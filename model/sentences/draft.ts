import type { Sentences } from './sentence.ts';

/** Refusals of drafts of a report, and of a submission that came second. */
export const DRAFT_SENTENCES = {
  'obligation.submittedConflict': {
    vi: 'Trong lúc đang soạn, {name} đã nộp bản báo cáo số {no} lúc {at}. Hãy xem bản đó; phần đang viết vẫn còn để nộp bản tiếp theo.',
    en: 'While you were writing, {name} handed in version {no} of the report at {at}. Look at it; what you wrote is kept for a next version.',
  },
} satisfies Sentences;
