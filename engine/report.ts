import type {
  AttachmentRule,
  Indicator,
  Problem,
  RawValue,
  ReportForm,
  ReportInput,
  Result,
  Value,
  Values,
} from '#model';
import { ok, problem, refuse } from '#model/problem';
import { isNegative, isZero, ZERO } from './decimal.ts';
import { parseNumber } from './numbers.ts';

export interface UploadedFile {
  readonly id: string;
  readonly kind: string;
  /** Without dot, lower case. */
  readonly extension: string;
}

/** A report that may be stored: C6 "complete", attachments included. */
export interface CheckedReport {
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  readonly complete: true;
}

/**
 * Checks what a unit sends against its form; `uploaded` are the files uploaded for this obligation, of
 * which `input.attachments` names those that belong to this version. Every problem carries the place in
 * the input. A nil report brings zeros for all numbers and ratios (C12) and may hold no value besides.
 */
export function checkReport(
  form: ReportForm,
  input: ReportInput,
  uploaded: readonly UploadedFile[],
): Result<CheckedReport> {
  const problems: Problem[] = [...unknownKeys(form, input)];
  const values = input.nil ? nilReport(form, input, problems) : ordinaryValues(form, input, problems);
  const sections = textsOf(form, input, problems);
  problems.push(...attachmentProblems(form.attachments, input.attachments, uploaded));
  return problems.length > 0 ? refuse(...problems) : ok({ values, sections, complete: true });
}

/** What a nil report says (C12): zero for every number and ratio, nothing for the rest. */
export function nilValues(form: ReportForm): Values {
  const values: Values = {};
  for (const { id, type } of form.indicators) {
    if (type === 'number') values[id] = { kind: 'number', value: ZERO };
    if (type === 'ratio') values[id] = { kind: 'ratio', numerator: ZERO, denominator: ZERO };
  }
  return values;
}

function unknownKeys(form: ReportForm, input: ReportInput): Problem[] {
  const indicators = new Set<string>(form.indicators.map(({ id }) => id));
  const sections = new Set<string>(form.sections.map(({ id }) => id));
  return [
    ...Object.keys(input.values)
      .filter((key) => !indicators.has(key))
      .map((key) => problem('report.indicatorUnknown', ['values', key], { key, form: form.title })),
    ...Object.keys(input.sections)
      .filter((key) => !sections.has(key))
      .map((key) => problem('report.sectionUnknown', ['sections', key], { key, form: form.title })),
  ];
}

function nilReport(form: ReportForm, input: ReportInput, problems: Problem[]): Values {
  if (!form.nilAllowed) problems.push(problem('report.nilNotAllowed', ['nil'], { form: form.title }));
  const given = Object.keys(input.values).find((key) => !isEmpty(input.values[key]));
  if (given !== undefined) problems.push(problem('report.nilWithValues', ['values', given], { key: given }));
  return nilValues(form);
}

function ordinaryValues(form: ReportForm, input: ReportInput, problems: Problem[]): Values {
  const values: Values = {};
  for (const indicator of form.indicators) {
    const raw = input.values[indicator.id];
    if (raw === undefined || raw === null || isEmpty(raw)) {
      if (indicator.required) {
        problems.push(
          problem('report.indicatorRequired', ['values', indicator.id], { label: indicator.label }),
        );
      }
      continue;
    }
    const read = readValue(indicator, raw);
    if (read.ok) values[indicator.id] = read.value;
    else problems.push(...read.problems);
  }
  return values;
}

/** Empty is not zero and not nil: it is no value. */
function isEmpty(raw: RawValue | undefined): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return raw.trim() === '';
  return Array.isArray(raw) && raw.every((item) => item.trim() === '');
}

function readValue(indicator: Indicator, raw: NonNullable<RawValue>): Result<Value> {
  const path = ['values', indicator.id];
  switch (indicator.type) {
    case 'number':
      if (typeof raw === 'string' || typeof raw === 'number') return readNumber(indicator, raw);
      break;
    case 'ratio':
      if (typeof raw === 'object' && !Array.isArray(raw)) return readRatio(indicator, raw);
      break;
    case 'text':
      if (typeof raw === 'string') return ok({ kind: 'text', text: clean(raw) });
      break;
    case 'list':
      if (Array.isArray(raw))
        return ok({ kind: 'list', items: raw.map(clean).filter((item) => item !== '') });
      break;
    case 'yesNo': {
      const yes = typeof raw === 'string' ? WORDS[clean(raw).toLowerCase()] : raw;
      if (typeof yes === 'boolean') return ok({ kind: 'yesNo', yes });
      break;
    }
  }
  return refuse(problem('report.wrongType', path, { label: indicator.label, expected: indicator.type }));
}

const WORDS: Readonly<Record<string, boolean>> = { có: true, không: false, yes: true, no: false };

const clean = (text: string): string => text.normalize('NFC').trim();

function readNumber(indicator: Indicator, raw: string | number): Result<Value> {
  const read = parseNumber(raw, { decimals: indicator.decimals, path: ['values', indicator.id] });
  return read.ok ? ok({ kind: 'number', value: read.value }) : read;
}

function readRatio(
  indicator: Indicator,
  raw: { numerator: string | number; denominator: string | number },
): Result<Value> {
  const part = (name: 'numerator' | 'denominator') =>
    parseNumber(raw[name], { decimals: indicator.decimals, path: ['values', indicator.id, name] });
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (!numerator.ok || !denominator.ok) {
    return refuse(
      ...(numerator.ok ? [] : numerator.problems),
      ...(denominator.ok ? [] : denominator.problems),
    );
  }
  const path = ['values', indicator.id, 'denominator'];
  if (isNegative(denominator.value)) return refuse(problem('report.negativeDenominator', path));
  if (isZero(denominator.value) && !isZero(numerator.value))
    return refuse(problem('report.zeroDenominator', path));
  return ok({ kind: 'ratio', numerator: numerator.value, denominator: denominator.value });
}

function textsOf(form: ReportForm, input: ReportInput, problems: Problem[]): Record<string, string> {
  const sections: Record<string, string> = {};
  for (const { id, title, required } of form.sections) {
    const text = clean(input.sections[id] ?? '');
    if (text !== '') sections[id] = text;
    else if (required && !input.nil)
      problems.push(problem('report.sectionRequired', ['sections', id], { title }));
  }
  return sections;
}

function attachmentProblems(
  rules: readonly AttachmentRule[],
  chosen: readonly string[],
  uploaded: readonly UploadedFile[],
): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map(uploaded.map((file) => [file.id, file]));
  const counts = new Map<string, number>();
  for (const [index, id] of chosen.entries()) {
    const path = ['attachments', index];
    const file = byId.get(id);
    if (!file) problems.push(problem('report.attachmentUnknown', path, { id }));
    else if (chosen.indexOf(id) < index) problems.push(problem('report.attachmentTwice', path, { id }));
    else {
      const wrong = misfit(rules, file, path);
      if (wrong) problems.push(wrong);
      counts.set(file.kind, (counts.get(file.kind) ?? 0) + 1);
    }
  }
  for (const { kind, label, min, max } of rules) {
    const count = counts.get(kind) ?? 0;
    if (count < min)
      problems.push(problem('report.attachmentMissing', ['attachments'], { label, count, min }));
    if (count > max)
      problems.push(problem('report.attachmentTooMany', ['attachments'], { label, count, max }));
  }
  return problems;
}

function misfit(
  rules: readonly AttachmentRule[],
  file: UploadedFile,
  path: (string | number)[],
): Problem | null {
  const rule = rules.find(({ kind }) => kind === file.kind);
  if (!rule) return problem('report.attachmentKindUnknown', path, { kind: file.kind });
  if (rule.extensions.some((extension) => extension === file.extension)) return null;
  const { label, extensions } = rule;
  return problem('report.attachmentExtension', path, {
    label,
    extension: file.extension,
    allowed: extensions.join(', '),
  });
}
