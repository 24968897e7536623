import { STATUS_WORDS, TIMELINESS_WORDS, titlesIn } from '#model/status-words';

/** Standing alone, as labels of figures, filters and kinds do; within a sentence the words of the table do. */
export const status = { vi: titlesIn(STATUS_WORDS, 'vi'), en: titlesIn(STATUS_WORDS, 'en') };
export const time = { vi: titlesIn(TIMELINESS_WORDS, 'vi'), en: titlesIn(TIMELINESS_WORDS, 'en') };
