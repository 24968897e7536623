import {
  CAMPAIGN_WORDS,
  capital,
  MISSING_WORDS,
  MODE_WORDS,
  STATUS_WORDS,
  TIMELINESS_WORDS,
  type Word,
} from '#model';
import type { Say } from './output.ts';

type Words = Readonly<Record<string, Word>>;

const STATUS: Words = { ...STATUS_WORDS, ...CAMPAIGN_WORDS, ...MODE_WORDS };
const MISSING: Words = MISSING_WORDS;

const titled = ({ vi, en }: Word): Word => ({ vi: capital(vi), en: capital(en) });

const COUNTS: Words = {
  units: { vi: 'Đơn vị', en: 'Units' },
  planned: { vi: 'Việc theo kế hoạch', en: 'Planned' },
  opened: { vi: 'Đã giao', en: 'Opened' },
  acknowledged: titled(STATUS_WORDS.acknowledged),
  outstanding: titled(MISSING_WORDS.notReported),
  submitted: titled(STATUS_WORDS.submitted),
  returned: titled(STATUS_WORDS.returned),
  accepted: titled(STATUS_WORDS.accepted),
  overdue: titled(TIMELINESS_WORDS.overdue),
  done: { vi: 'Xong', en: 'Done' },
  dormant: titled(STATUS_WORDS.dormant),
  obligations: { vi: 'Báo cáo phải nộp', en: 'Reports owed' },
  acknowledgements: { vi: 'Chỉ phải tiếp nhận', en: 'Acknowledgements' },
  nodes: { vi: 'Đơn vị chuyển tiếp, tổng hợp', en: 'Relaying or consolidating units' },
  actorTasks: { vi: 'Nhiệm vụ của đơn vị khác', en: 'Tasks of others' },
  information: { vi: 'Nơi nhận để biết', en: 'For information' },
};

const look = (words: Words, word: string, say: Say): string => {
  const found = words[word];
  return found === undefined ? word : say(found.vi, found.en);
};

export const statusWord = (word: string, say: Say): string => look(STATUS, word, say);
export const missingWord = (state: string, say: Say): string => look(MISSING, state, say);
export const countWord = (word: string, say: Say): string => look(COUNTS, word, say);
