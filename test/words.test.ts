import { expect, test } from 'vitest';
import {
  AGGREGATE_WORDS,
  capital,
  type Language,
  LETTER_WORDS,
  MISSING_WORDS,
  STATUS_WORDS,
  TIMELINESS_WORDS,
} from '#model';
import type { FiledRow } from '#acts';
import { boardLines } from '../api/routes/board/board-lines.ts';
import { MISSING, RULES, standingWords } from '../api/routes/consolidations/export-words.ts';
import { missingWord, statusWord } from '../cli/words.ts';
import { en } from '../designer/locales/en.ts';
import { vi } from '../designer/locales/vi.ts';

/** One standing has one name: on every page, in every exported file, in the mails and on the command line. */

const PAGES = { vi, en };
const LANGUAGES: readonly Language[] = ['vi', 'en'];
const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) => Object.keys(words) as Key[];

test.each(LANGUAGES)('pages in “%s” call each standing what the table calls it', (language) => {
  const page = PAGES[language];
  const word = (words: Readonly<Record<string, { vi: string; en: string }>>, key: string) =>
    words[key]?.[language] ?? '';
  for (const key of keysOf(STATUS_WORDS)) expect(page.status[key]).toBe(capital(word(STATUS_WORDS, key)));
  for (const key of keysOf(MISSING_WORDS)) expect(page.collect.missing[key]).toBe(word(MISSING_WORDS, key));
  for (const key of keysOf(LETTER_WORDS))
    expect(page.registers.state[key]).toBe(capital(word(LETTER_WORDS, key)));
  for (const kind of ['submitted', 'accepted', 'returned'] as const) {
    const said = word(STATUS_WORDS, kind);
    expect([page.report.versionState[kind], page.collect.versionState[kind]]).toEqual([said, said]);
  }
  const [late, overdue] = [word(TIMELINESS_WORDS, 'late'), word(TIMELINESS_WORDS, 'overdue')].map(capital);
  expect([page.counts.late, page.board.figures.late, page.collect.standing.late]).toEqual([late, late, late]);
  expect([page.notices.kinds.overdue, page.tasks.overdue]).toEqual([overdue, overdue]);
  const returned = capital(word(STATUS_WORDS, 'returned'));
  expect([
    page.counts.returned,
    page.board.figures.returned,
    page.collect.standing.returned,
    page.notices.kinds.returned,
  ]).toEqual([returned, returned, returned, returned]);
});

test('files of a consolidation say what the page beside them says', () => {
  for (const key of keysOf(MISSING_WORDS)) expect(MISSING[key]).toBe(vi.collect.missing[key]);
  for (const key of keysOf(AGGREGATE_WORDS)) {
    expect([RULES[key], vi.forms.report_indicators[`aggregate_${key}`]]).toEqual([
      vi.collect.rule[key],
      vi.collect.rule[key],
    ]);
  }
  const row = (standing: FiledRow['standing']) =>
    standingWords({ unitId: 'u', unitName: 'U', reportId: 'r', standing, values: null, source: null });
  expect(row({ kind: 'counted', timeliness: 'inTime' })).toBe(
    `${vi.status.accepted}, ${vi.timeliness.inTime}`,
  );
  expect(row({ kind: 'counted', timeliness: 'overdue' })).toBe(
    `${vi.status.accepted}, ${vi.timeliness.late}`,
  );
  expect(row({ kind: 'waiting', timeliness: 'noDeadline' })).toBe(
    `${vi.status.submitted}, ${vi.timeliness.noDeadline}`,
  );
  expect(row({ kind: 'missing', state: 'notReported' })).toBe(capital(vi.collect.missing.notReported));
});

test('the file of the board and the command line say it too', async () => {
  const unit: Parameters<typeof boardLines>[0] extends AsyncIterable<infer Unit> ? Unit : never = {
    seq: 1,
    unitId: 'u',
    obligationId: null,
    kind: 'report',
    unitName: 'Phường Đức Xuân',
    fromName: 'UBND thành phố Bắc Kạn',
    status: 'returned',
    dueAt: '2024-12-07T17:00:00.000Z',
    receivedAt: null,
    late: true,
    returnReason: null,
  };
  const lines: string[] = [];
  async function* units() {
    yield await Promise.resolve(unit);
  }
  for await (const line of boardLines(units())) lines.push(line);
  expect(lines[0]).toContain(vi.counts.late);
  expect(lines[1]).toContain(vi.status.returned);
  expect(lines[1]).toContain('07/12/2024 23:59:59');
  expect(lines[1]).toContain(vi.timeliness.late);

  const say = (vietnamese: string) => vietnamese;
  for (const key of keysOf(STATUS_WORDS)) expect(capital(statusWord(key, say))).toBe(vi.status[key]);
  for (const key of keysOf(MISSING_WORDS)) expect(missingWord(key, say)).toBe(vi.collect.missing[key]);
});
