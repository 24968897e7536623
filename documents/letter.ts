import type { Directive } from '#model';
import { letterAddressees, letterBody } from './letter-body.ts';
import { letterFoot } from './letter-foot.ts';
import { letterHead, letterTitle } from './letter-head.ts';
import { hairline } from './pieces.ts';
import { packSheet } from './pack.ts';

/** The letter as a Word file in the layout of Nghị định 30/2020/NĐ-CP, appendix I; what is not known yet stays blank. */
export async function letterDocx(directive: Directive): Promise<Buffer> {
  const body = letterBody(directive);
  return packSheet({
    title: directive.subject,
    author: directive.issuingBody,
    children: [
      ...(Object.keys(body.notes).length === 0 ? [] : [hairline()]),
      letterHead(directive),
      ...letterTitle(directive),
      ...letterAddressees(directive),
      ...body.paragraphs,
      letterFoot(directive),
    ],
    notes: body.notes,
  });
}
