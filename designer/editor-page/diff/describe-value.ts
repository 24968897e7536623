import { z } from 'zod';
import { formatDate, isCivilDate } from '#engine';
import {
  Condition,
  DayOffPolicy,
  DueRule,
  Escalation,
  Members,
  PartialDate,
  Periods,
  RecipientsOfRecord,
  Reminder,
  Selector,
  Signature,
  Target,
  UnitId,
  Via,
  Window,
} from '#model';
import type { ThingKind } from './change.ts';
import { partialDateWords, periodsWords, signatureWords, splitWords } from './describe-forms.ts';
import {
  atWords,
  chainWords,
  conditionsWords,
  dueWords,
  membersWords,
  selectorWords,
  unitsWords,
  viaWords,
  windowWords,
} from './describe-rules.ts';
import type { Wording } from './wording.ts';

type Say = (value: unknown, words: Wording) => string;

/** A field whose value is read by its schema before it is said. */
const by =
  <T>(schema: z.ZodType<T>, say: (value: T, words: Wording) => string): Say =>
  (value, words) =>
    say(schema.parse(value), words);

const CalendarUse = z.object({ id: z.string(), onDayOff: DayOffPolicy });
const Document = z.object({ codeNotation: z.string(), subject: z.string() });

/** Fields whose values are one of a few words: `editor.value.<word>`. */
const WORDS: ReadonlySet<string> = new Set([
  'lateReports',
  'role',
  'proof',
  'acceptance',
  'mode',
  'sign',
  'when',
  'type',
  'aggregate',
  'accumulation',
  'system',
  'urgency',
  'confidentiality',
  'purpose',
  'relation',
  'kind',
]);

const SAID: Readonly<Record<string, Say>> = {
  select: by(Selector, selectorWords),
  assignee: by(Selector, selectorWords),
  due: by(DueRule, dueWords),
  via: by(Via, viaWords),
  members: by(Members, membersWords),
  window: by(Window, windowWords),
  conditions: by(z.array(Condition), conditionsWords),
  escalation: by(Escalation, atWords),
  reminders: by(z.array(Reminder), (list, words) => list.map((each) => atWords(each, words)).join('; ')),
  periods: by(Periods, periodsWords),
  split: by(Target.shape.split, splitWords),
  exempt: by(z.array(UnitId), unitsWords),
  issuedDate: by(PartialDate, partialDateWords),
  signature: by(Signature, signatureWords),
  chain: by(z.string(), chainWords),
  parent: by(z.string(), (id, words) => quoted(words.level(id), words)),
  node: by(z.string(), (id, words) => quoted(words.level(id), words)),
  onlyIf: by(z.string(), (key, words) => quoted(words.event(key), words)),
  unit: (value, words) => words.unit(String(value)),
  extensions: by(z.array(z.string()), (list) => list.join(', ')),
  recipients: by(RecipientsOfRecord, ({ mode, units }, words) =>
    words.t('editor.diff.recipients', { mode, units: unitsWords(units, words) }),
  ),
  calendar: by(CalendarUse, ({ id, onDayOff }, { t }) =>
    t('editor.diff.calendar', { id, policy: t(`editor.value.${onDayOff}`) }),
  ),
  document: by(
    Document,
    ({ codeNotation, subject }, words) => `${codeNotation} ${quoted(excerpt(subject), words)}`,
  ),
};

/** A value as a person would say it; never JSON. */
export function valueWords(
  { kind, field, value }: { readonly kind: ThingKind; readonly field: string; readonly value: unknown },
  words: Wording,
): string {
  const { t } = words;
  if (value === null || value === undefined || value === '') return t('editor.diff.nothing');
  if (Array.isArray(value) && value.length === 0) return t('editor.diff.nothing');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  // a figure's unit of measure and a report's purpose are free text under names that elsewhere are something else
  if (kind === 'indicator' && field === 'unit') return quoted(String(value), words);
  if (kind === 'report' && field === 'purpose') return quoted(excerpt(String(value)), words);
  if (kind === 'legalBasis' && field === 'type') return quoted(String(value), words);
  const say = SAID[field];
  if (say !== undefined) return say(value, words) || t('editor.diff.nothing');
  if (WORDS.has(field) && typeof value === 'string') return t(`editor.value.${value}`);
  if (typeof value === 'number') return numberWords(value, words);
  if (kind === 'parameter' && isCivilDate(String(value))) return formatDate(String(value));
  return quoted(excerpt(String(value)), words);
}

const numberWords = (value: number, { language }: Wording): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');

const quoted = (text: string, { t }: Wording): string => t('editor.diff.quoted', { text });

const LONGEST = 80;
export const excerpt = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
