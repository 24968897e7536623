import { AlignmentType, type Paragraph, type Table } from 'docx';
import { recipientLines } from '#engine/letter-recipients';
import { signatureLines } from '#engine/letter-wording';
import type { Directive } from '#model';
import { FOOT_COLUMNS, SEAL_SPACE, SIZE } from './layout.ts';
import { line, sideBySide } from './pieces.ts';
import { boldWidth, evenLines } from './text-width.ts';

const [LEFT, RIGHT] = FOOT_COLUMNS;
/** More lines than this do not stay together with the signature, or they would drag it to a page without text. */
const MOST_TOGETHER = 24;
/** A line of single spacing is so many times its size high. */
const SINGLE = 1.15;
/** Of upright text against bold. */
const UPRIGHT = 0.93;
const HANGING = 110;

/**
 * Cells 7 and 9b: who receives, left; who signs, right, with room for the seal. The signature is never torn by the
 * end of a page, nor is a list that is not long; of a long one the rest follows below, over as many pages as it takes.
 */
export function letterFoot(directive: Directive): Table {
  const texts = recipientTexts(directive);
  const beside = texts.slice(0, countBeside(texts, directive));
  const rest = texts.slice(beside.length);
  const signed = signature(directive);
  const first = [label(), ...beside.map(recipient)];
  return rest.length === 0
    ? sideBySide(FOOT_COLUMNS, [[first, signed]])
    : sideBySide(
        FOOT_COLUMNS,
        [
          [first, signed],
          [rest.map(recipient), []],
        ],
        { torn: [1] },
      );
}

const LEFT_ALIGNED = { align: AlignmentType.LEFT } as const;

const label = (): Paragraph =>
  line('Nơi nhận:', {
    ...LEFT_ALIGNED,
    size: SIZE.recipientsLabel,
    bold: true,
    italics: true,
    before: 80,
  });

interface RecipientText {
  readonly text: string;
  readonly italics?: true;
}

const recipientTexts = ({ recipients, electronicOnly }: Directive): readonly RecipientText[] => [
  ...(electronicOnly ? [{ text: 'Gửi bản điện tử:', italics: true } as const] : []),
  ...recipientLines(recipients).map(({ text }) => ({ text })),
];

const recipient = ({ text, italics }: RecipientText): Paragraph =>
  line(text, {
    ...LEFT_ALIGNED,
    size: SIZE.recipients,
    ...(italics === true ? { italics } : { indent: { left: HANGING, hanging: HANGING } }),
  });

/** How many recipients stand beside the signature: all of a list that stays together, else as many as it is high. */
function countBeside(texts: readonly RecipientText[], directive: Directive): number {
  const lines = texts.map(({ text }) =>
    Math.ceil((boldWidth(text, SIZE.recipients) * UPRIGHT) / (LEFT - HANGING)),
  );
  if (lines.reduce((sum, each) => sum + each, 0) <= MOST_TOGETHER) return texts.length;
  let room = signatureHeight(directive);
  const count = lines.findIndex((each) => {
    room -= each * SIZE.recipients * 10 * SINGLE;
    return room <= 0;
  });
  return count === -1 ? texts.length : count + 1;
}

function signatureHeight({ signature: signed, system }: Directive): number {
  if (signed === null) return 0;
  const texts = [...signatureLines(signed, system), signed.name ?? ''];
  const lines = texts.reduce((sum, text) => sum + evenLines(text, SIZE.title, RIGHT).length, 0);
  return lines * SIZE.title * 10 * SINGLE + SEAL_SPACE;
}

function signature({ signature: signed, system }: Directive): Paragraph[] {
  if (signed === null) return [];
  const bold = { bold: true } as const;
  return [
    ...signatureLines(signed, system).map((text, at) =>
      line(text, { ...bold, size: SIZE.title, before: at === 0 ? 80 : 0 }),
    ),
    line(signed.name ?? '', { ...bold, size: SIZE.signer, before: SEAL_SPACE }),
  ];
}
