import type { DueStep } from '#model';
import { dateTime } from './dates.ts';

/** What the sentence `due.<rule>` is filled with: where a step knows only from where and how far, the day it arrives at. */
export function wordsOf({ rule, params }: DueStep): Record<string, string | number> {
  switch (rule) {
    case 'rolled':
      return { ...params, date: params['to'] ?? '' };
    case 'leadHours': {
      const at = Date.parse(String(params['from'])) - Number(params['hours']) * 3_600_000;
      return { ...params, date: dateTime(new Date(at).toISOString()) };
    }
    default:
      return { ...params };
  }
}
