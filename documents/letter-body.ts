import { AlignmentType, FootnoteReferenceRun, LineRuleType, Paragraph, type ParagraphChild } from 'docx';
import { unsaidBases } from '#engine/letter-basis';
import { type BodyPart, bodyParts, noteOf } from '#engine/letter-body';
import { addresseeLines, isOfficialLetter } from '#engine/letter-wording';
import type { Directive } from '#model';
import { AFTER_PARAGRAPH, FIRST_LINE, LINE, SIZE } from './layout.ts';
import { clean, line, run } from './pieces.ts';

/** Cell 9a: Kính gửi, one on the same line, several below each other. */
export function letterAddressees({ addressees, documentType }: Directive): Paragraph[] {
  if (addressees.length === 0 && !isOfficialLetter({ documentType })) return [];
  const lines = addresseeLines(addressees);
  const [only = '…'] = lines;
  const style = { size: SIZE.to, align: AlignmentType.LEFT } as const;
  if (lines.length <= 1) {
    return [
      line(`Kính gửi: ${only}`, {
        ...style,
        before: 300,
        after: 200,
        indent: { left: 2400, hanging: 1200 },
      }),
    ];
  }
  return [
    line('Kính gửi:', { ...style, before: 300, indent: { left: 1200 } }),
    ...lines.map((text, at) =>
      line(text, {
        ...style,
        after: at === lines.length - 1 ? 200 : 0,
        indent: { left: 2560, hanging: 160 },
      }),
    ),
  ];
}

/** The notes of a letter as Word keeps them, by number. */
export type Notes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;

export interface LetterBody {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: Notes;
}

/** Cell 6: bases that the text does not name, then the text; notes go to the foot of the page that refers to them. */
export function letterBody(directive: Directive): LetterBody {
  const parts = bodyParts(directive);
  const text = parts.filter(({ kind }) => kind !== 'note');
  const notes = parts.filter(({ kind }) => kind === 'note').map((part) => noteOf(part.text));
  const said = text.map((part) => part.text).join('\n');
  const referred = notes.filter(({ number }) => said.includes(`(${number})`));
  const unreferred = notes.filter((note) => !referred.includes(note));
  const numbers = new Set(referred.map(({ number }) => number));
  return {
    paragraphs: [
      ...unsaidBases(directive).map((basis) =>
        paragraph([run(basis.text, { size: SIZE.body, italics: true })]),
      ),
      ...text.map((part, at) => bodyParagraph(part, { notes: numbers, last: at === text.length - 1 })),
      // a note that nothing refers to still belongs to the letter
      ...unreferred.map(({ number, text: words }) =>
        paragraph([run(`(${number}) ${words}`, { size: SIZE.note })]),
      ),
    ],
    notes: Object.fromEntries(
      referred.map(({ number, text: words }) => [
        String(number),
        {
          children: [
            new Paragraph({
              alignment: AlignmentType.JUSTIFIED,
              children: [run(` ${words}`, { size: SIZE.note })],
            }),
          ],
        },
      ]),
    ),
  };
}

function bodyParagraph(
  { kind, text }: BodyPart,
  { notes, last }: { readonly notes: ReadonlySet<number>; readonly last: boolean },
): Paragraph {
  const heading = kind === 'heading';
  // neither a heading nor the last words alone at the foot of a page
  return paragraph(withNotes(clean(text), notes, heading), heading || last);
}

/** `(1)` in the text becomes the sign of the note, raised and in its brackets. */
function withNotes(text: string, notes: ReadonlySet<number>, bold: boolean): ParagraphChild[] {
  const style = { size: SIZE.body, ...(bold ? { bold } : {}) };
  const seen = new Set<number>();
  return text.split(/(\(\d{1,2}\))/).flatMap((piece): ParagraphChild[] => {
    const number = Number(/^\((\d+)\)$/.exec(piece)?.[1] ?? 0);
    if (!notes.has(number) || seen.has(number)) return piece === '' ? [] : [run(piece, style)];
    seen.add(number);
    const raised = { size: SIZE.body, superScript: true };
    return [run('(', raised), new FootnoteReferenceRun(number), run(')', raised)];
  });
}

export const paragraph = (children: readonly ParagraphChild[], keepNext = false, before = 0): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before, after: AFTER_PARAGRAPH, line: LINE, lineRule: LineRuleType.AUTO },
    keepNext,
    children,
  });
