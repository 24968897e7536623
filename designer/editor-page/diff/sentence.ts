import { capital } from '#model/capital';
import type { Change, Thing } from './change.ts';
import { excerpt, valueWords } from './describe-value.ts';
import { membersWords } from './describe-rules.ts';
import type { Wording } from './wording.ts';

/** One change in words: "Cấp “Huyện”, báo cáo “…”: hạn đổi từ … thành …". */
export function sentenceOf(change: Change, words: Wording): string {
  const { t } = words;
  const within = change.within.map((thing) => thingWords(thing, words)).join(', ');
  const what = whatOf(change, words);
  return capital(within === '' ? what : t('editor.diff.within', { within, what })).normalize('NFC');
}

function whatOf(change: Change, words: Wording): string {
  const { t } = words;
  if (change.kind !== 'changed') {
    return t(`editor.diff.${change.kind}`, { thing: thingWords(change.thing, words) });
  }
  const { field, before, after } = change;
  const kind = change.within.at(-1)?.kind ?? 'drawing';
  const name = fieldWords(kind, field, words);
  const [was, is] = [before, after].map((value) => valueWords({ kind, field, value }, words));
  // long texts that begin alike are told as changed, not quoted twice
  if (was === is) return t('editor.diff.rewritten', { field: name });
  return t('editor.diff.changed', { field: name, before: was ?? '', after: is ?? '' });
}

function fieldWords(kind: Thing['kind'], field: string, { t, exists }: Wording): string {
  const own = `editor.field.${kind}_${field}`;
  return t(exists(own) ? own : `editor.field.${field}`);
}

/** `cấp “Huyện”`, `báo cáo “Kết quả” (nhóm con thi-tran)`. */
function thingWords({ kind, value }: Thing, words: Wording): string {
  const { t } = words;
  if (kind === 'letter' || kind === 'drawing') return t(`editor.thing.${kind}`);
  const name = nameOf({ kind, value }, words);
  const said = t(`editor.thing.${kind}`, { name: excerpt(name) });
  const members =
    kind === 'obligation' ? (value as { members: Parameters<typeof membersWords>[0] }).members : null; // of the schema
  return members === null || members.kind === 'all' ? said : `${said} (${membersWords(members, words)})`;
}

function nameOf({ kind, value }: Thing, words: Wording): string {
  if (typeof value === 'string') return value;
  // plain data of the schema: absent properties are undefined
  const { title, name, label, text, documentCode, report, indicator, node, id, key } = value as Readonly<
    Record<string, string | null | undefined>
  >;
  if (kind === 'obligation') return words.report(report ?? '');
  if (kind === 'target') return `${indicator ?? ''}, ${words.level(node ?? '')}`;
  return name ?? label ?? text ?? documentCode ?? title ?? id ?? key ?? '';
}
