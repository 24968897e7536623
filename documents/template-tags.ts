import type { TemplateData } from 'easy-template-x';
import { unsaidBases } from '#engine/letter-basis';
import { recipientLines } from '#engine/letter-recipients';
import {
  addresseeLines,
  codeText,
  confidentialityStamp,
  dayLine,
  signatureLines,
  urgencyStamp,
} from '#engine/letter-wording';
import type { Directive } from '#model';
import { clean } from './pieces.ts';

const BLANK = '\u00a0'.repeat(8);

/** Tags that stand for one text. */
const SINGLE: Readonly<Record<string, (letter: Directive) => string>> = {
  co_quan_chu_quan: ({ parentBody }) => parentBody ?? '',
  co_quan_ban_hanh: ({ issuingBody }) => issuingBody,
  so_ky_hieu: (letter) => codeText(letter, BLANK),
  dia_danh_ngay_thang: ({ place, issuedDate }) => dayLine(place, issuedDate),
  ten_loai: ({ documentType }) => documentType,
  trich_yeu: ({ subject }) => subject,
  do_mat: (letter) => confidentialityStamp(letter) ?? '',
  do_khan: (letter) => urgencyStamp(letter) ?? '',
  nguoi_ky: ({ signature }) => signature?.name ?? '',
};

/** Tags that are repeated for each of several lines; inside stands `{dong}`. */
const REPEATED: Readonly<Record<string, (letter: Directive) => readonly string[]>> = {
  kinh_gui: ({ addressees }) => addresseeLines(addressees),
  can_cu: (letter) => unsaidBases(letter).map(({ text }) => text),
  noi_dung: ({ paragraphs }) => paragraphs,
  noi_nhan: ({ recipients }) => recipientLines(recipients).map(({ text }) => text),
  chuc_vu_ky: ({ signature, system }) => (signature === null ? [] : signatureLines(signature, system)),
};

/** The line inside a repeated part. */
export const LINE_TAG = 'dong';

export const isRepeated = (tag: string): boolean => Object.hasOwn(REPEATED, tag);
export const isSingle = (tag: string): boolean => Object.hasOwn(SINGLE, tag);

/** As a template writes it. */
export const written = (tag: string): string =>
  isRepeated(tag) ? `{#${tag}}{${LINE_TAG}}{/${tag}}` : `{${tag}}`;

export const KNOWN_TAGS: readonly string[] = [...Object.keys(SINGLE), ...Object.keys(REPEATED)].map(written);

/** What stands where the tags were. */
export function tagValues(letter: Directive): TemplateData {
  const data: TemplateData = {};
  for (const [tag, text] of Object.entries(SINGLE)) data[tag] = clean(text(letter));
  for (const [tag, lines] of Object.entries(REPEATED)) {
    data[tag] = lines(letter).map((line) => ({ [LINE_TAG]: clean(line) }));
  }
  return data;
}
