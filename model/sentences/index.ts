import type { Problem } from '../problem.ts';
import { ACT_SENTENCES } from './acts.ts';
import { API_SENTENCES } from './api.ts';
import { CALENDAR_SENTENCES } from './calendar.ts';
import { CAMPAIGN_SENTENCES } from './campaign.ts';
import { COLLECT_SENTENCES } from './collect.ts';
import { DEFINITION_SENTENCES } from './definition.ts';
import { DIRECTIVE_SENTENCES } from './directive.ts';
import { DOCUMENT_SENTENCES } from './documents.ts';
import { DRAFT_SENTENCES } from './draft.ts';
import { EXCHANGE_SENTENCES } from './exchange.ts';
import { LETTER_SENTENCES } from './letters.ts';
import { NOTICE_SENTENCES } from './notices.ts';
import { OBLIGATION_SENTENCES } from './obligation.ts';
import { ORGANISATION_SENTENCES } from './organisation.ts';
import { PEOPLE_SENTENCES } from './people.ts';
import { PLAN_SENTENCES } from './plan.ts';
import { REPORT_SENTENCES } from './report.ts';
import type { Sentence, Sentences } from './sentence.ts';
import { TASK_SENTENCES } from './tasks.ts';

/** Every code of `model`, `engine` and `acts`; what HTTP itself refuses has its sentences in `api`. */
export const SENTENCES: Sentences = {
  ...ACT_SENTENCES,
  ...API_SENTENCES,
  ...CALENDAR_SENTENCES,
  ...CAMPAIGN_SENTENCES,
  ...COLLECT_SENTENCES,
  ...DEFINITION_SENTENCES,
  ...DIRECTIVE_SENTENCES,
  ...DOCUMENT_SENTENCES,
  ...DRAFT_SENTENCES,
  ...EXCHANGE_SENTENCES,
  ...LETTER_SENTENCES,
  ...NOTICE_SENTENCES,
  ...OBLIGATION_SENTENCES,
  ...ORGANISATION_SENTENCES,
  ...PEOPLE_SENTENCES,
  ...PLAN_SENTENCES,
  ...REPORT_SENTENCES,
  ...TASK_SENTENCES,
};

/** Says its code, so that nobody is left without a word; a test sees to it that no code of ours comes here. */
const UNKNOWN: Sentence = { vi: 'Yêu cầu bị từ chối ({code}).', en: 'The request was refused ({code}).' };

/** The sentence of a problem with its parameters filled in; instants and dates as people in Viet Nam read them. */
export function sentenceFor(problem: Pick<Problem, 'code' | 'params'>, language: 'vi' | 'en'): string {
  const sentence = SENTENCES[problem.code] ?? UNKNOWN;
  const params: Problem['params'] = { code: problem.code, ...problem.params };
  return sentence[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    return value === undefined ? placeholder : readable(value);
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Asia/Ho_Chi_Minh is UTC+7 the whole year (domain.md C1). */
const OFFSET_MS = 7 * 3_600_000;

function readable(value: string | number): string {
  const text = String(value);
  if (INSTANT.test(text)) {
    const local = new Date(Date.parse(text) + OFFSET_MS).toISOString();
    return `${local.slice(11, 16)} ${readable(local.slice(0, 10))}`;
  }
  return text.replace(DATE, '$3/$2/$1');
}
