import type { DraftChange, DraftContent, RawValue, ReportForm, Value, Values } from '#model';
import { formatVi } from './numbers.ts';

export const EMPTY_DRAFT: DraftContent = { nil: false, values: {}, sections: {}, attachments: [], note: '' };

/** Names of the fields that a change touches, as `DraftBody.fields` has them. */
export function fieldsOf(change: DraftChange): string[] {
  const named = (part: string, record: object | undefined) =>
    Object.keys(record ?? {}).map((key) => `${part}.${key}`);
  return [
    ...named('values', change.values),
    ...named('sections', change.sections),
    ...named('attachments', change.attachments),
    ...(change.note === undefined ? [] : ['note']),
    ...(change.nil === undefined ? [] : ['nil']),
  ];
}

/** Field by field; what the change does not name stays as it is. */
export function applyChange(content: DraftContent, change: DraftChange): DraftContent {
  const { attachments = {} } = change;
  const kept = content.attachments.filter((id) => attachments[id] !== false);
  const added = Object.keys(attachments).filter((id) => attachments[id] === true && !kept.includes(id));
  return {
    nil: change.nil ?? content.nil,
    values: present({ ...content.values, ...change.values }, (value) => value !== null),
    sections: present({ ...content.sections, ...change.sections }, (text) => text !== ''),
    attachments: [...kept, ...added],
    note: change.note ?? content.note,
  };
}

/** The later change wins where both name a field. */
export const joinChanges = (first: DraftChange, then: DraftChange): DraftChange => ({
  ...first,
  ...then,
  ...(first.values || then.values ? { values: { ...first.values, ...then.values } } : {}),
  ...(first.sections || then.sections ? { sections: { ...first.sections, ...then.sections } } : {}),
  ...(first.attachments || then.attachments
    ? { attachments: { ...first.attachments, ...then.attachments } }
    : {}),
});

/** The change without some of its fields, named as in `fieldsOf`. */
export function withoutFields(change: DraftChange, names: readonly string[]): DraftChange {
  const rest = <T>(part: string, record: Record<string, T> | undefined) =>
    record && Object.fromEntries(Object.entries(record).filter(([key]) => !names.includes(`${part}.${key}`)));
  const { note, nil } = change;
  const [values, sections, attachments] = [
    rest('values', change.values),
    rest('sections', change.sections),
    rest('attachments', change.attachments),
  ];
  return {
    ...(values && { values }),
    ...(sections && { sections }),
    ...(attachments && { attachments }),
    ...(note === undefined || names.includes('note') ? {} : { note }),
    ...(nil === undefined || names.includes('nil') ? {} : { nil }),
  };
}

/** What is sent: a nil report leaves out the figures, which stay in the draft for whoever changes his mind. */
export const submissionOf = (content: DraftContent): DraftContent =>
  content.nil ? { ...content, values: {} } : content;

/** The figure of one field of a draft; of a change it may be missing for another reason (see `fieldsOf`). */
export function fieldOf(content: DraftContent, field: string): RawValue {
  const [part = '', key = ''] = field.split(/\.(.*)/s);
  switch (part) {
    case 'values':
      return content.values[key] ?? null;
    case 'sections':
      return content.sections[key] ?? '';
    case 'attachments':
      return content.attachments.includes(key);
    case 'nil':
      return content.nil;
    default:
      return content.note;
  }
}

export interface VersionContent {
  readonly kind: string;
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  readonly note: string;
  readonly attachmentIds: readonly string[];
}

/** A version that was handed in, as one would have typed it: what a correction begins with. */
export function draftFrom(version: VersionContent, form: ReportForm): DraftContent {
  const nil = version.kind === 'nil';
  const known = new Set<string>(form.indicators.map(({ id }) => id));
  const typed = Object.entries(version.values)
    .filter(([id]) => !nil && known.has(id))
    .map(([id, value]) => [id, asTyped(value)] as const);
  return {
    nil,
    values: Object.fromEntries(typed),
    sections: { ...version.sections },
    attachments: [...version.attachmentIds],
    note: version.note,
  };
}

/** `1234.5` → `1.234,5`: a stored figure as a person would type it. */
function asTyped(value: Value): NonNullable<RawValue> {
  switch (value.kind) {
    case 'number':
      return formatVi(value.value);
    case 'ratio':
      return { numerator: formatVi(value.numerator), denominator: formatVi(value.denominator) };
    case 'text':
      return value.text;
    case 'list':
      return [...value.items];
    case 'yesNo':
      return value.yes;
  }
}

function present<T>(record: Record<string, T>, keep: (value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => keep(value)));
}
