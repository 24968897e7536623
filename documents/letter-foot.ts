import { AlignmentType, type Paragraph, type Table } from 'docx';
import { recipientLines } from '#engine/letter-recipients';
import { signatureLines } from '#engine/letter-wording';
import type { Directive } from '#model';
import { FOOT_COLUMNS, SEAL_SPACE, SIZE } from './layout.ts';
import { line, sideBySide } from './pieces.ts';

/** Cells 7 and 9b: who receives, left; who signs, right, with room for the seal. Never torn by the end of a page. */
export const letterFoot = (directive: Directive): Table =>
  sideBySide(FOOT_COLUMNS, [[recipients(directive), signature(directive)]]);

function recipients({ recipients: all, electronicOnly }: Directive): Paragraph[] {
  const left = { align: AlignmentType.LEFT } as const;
  const small = { ...left, size: SIZE.recipients };
  return [
    line('Nơi nhận:', { ...left, size: SIZE.recipientsLabel, bold: true, italics: true, before: 80 }),
    ...(electronicOnly ? [line('Gửi bản điện tử:', { ...small, italics: true })] : []),
    ...recipientLines(all).map(({ text }) => line(text, { ...small, indent: { left: 110, hanging: 110 } })),
  ];
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
