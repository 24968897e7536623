import {
  beyondScope,
  campaignById,
  findUnit,
  issuedLetter,
  nodeByRef,
  officeRow,
  planTexts,
  type Queryable,
  type Transaction,
} from '#db';
import type { NodeRef } from '#model/contract';
import { Directive } from '#model';
import { bodyName, defaultOffice } from './default-office.ts';

/** The document with which a unit passed a campaign on. */
export interface Sent {
  readonly document: Directive;
  /** Where it was issued here. */
  readonly letterId: string | null;
  /** Its sender's name as a text writes it. */
  readonly fromName: string;
}

/** A chain of levels is data and could be damaged: no more steps up than any has. */
const MOST_LEVELS = 40;

/**
 * The sender's own letter; a sender who passed on without one passed on what it received itself, up to the
 * campaign's directive. Letters of the units above lie outside a recipient's scope: only who has shown that
 * the campaign reached it may ask.
 */
export function documentFrom(tx: Transaction, ref: NodeRef): Promise<Sent> {
  return beyondScope(tx, () => find(tx, ref));
}

async function find(tx: Queryable, ref: NodeRef): Promise<Sent> {
  const sender = await findUnit(tx, ref.unitId);
  const fromName = sender === null ? ref.unitId : bodyName(sender);
  let at = ref;
  const overlays: Partial<Directive>[] = [];
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const issued = await issuedLetter(tx, at);
    if (issued !== null)
      return { ...whole(issued.document, overlays), letterId: level === 0 ? issued.id : null, fromName };
    const node = await nodeByRef(tx, at);
    if (node?.letter) overlays.push({ ...coded(node.letter), issuingBody: node.unitName });
    if (node === null || node.parentUnitId === null) break;
    at = { ...at, unitId: node.parentUnitId };
  }
  return { ...whole(await directiveOf(tx, ref.campaignId), overlays), letterId: null, fromName };
}

/** The lowest letter wins. */
const whole = (document: Directive, overlays: readonly Partial<Directive>[]): { document: Directive } => ({
  document: Directive.parse(
    overlays.reduceRight<Directive>((below, over) => ({ ...below, ...over }), document),
  ),
});

/** What a system said of a letter that was written elsewhere. */
function coded(letter: {
  readonly codeNumber?: string;
  readonly codeNotation?: string;
  readonly issuedDate?: string;
  readonly subject?: string;
}): Partial<Directive> {
  const { codeNumber = null, codeNotation, issuedDate, subject } = letter;
  const [year = 0, month = 1, day = 1] = (issuedDate ?? '').split('-').map(Number);
  return {
    codeNumber,
    issuedDate: issuedDate === undefined ? null : { year, month, day },
    ...(codeNotation === undefined ? {} : { codeNotation }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The campaign's directive; one that was started without any has its title and its root's usual head. */
export async function directiveOf(tx: Queryable, campaignId: string): Promise<Directive> {
  const directive = (await planTexts(tx, campaignId))?.directive ?? null;
  if (directive !== null) return directive;
  const campaign = await campaignById(tx, campaignId);
  const root = campaign === null ? null : await findUnit(tx, campaign.rootUnitId);
  if (campaign === null || root === null) throw new Error(`campaign ${campaignId} without a root`);
  const office = (await officeRow(tx, root.id))?.body ?? defaultOffice(root, null);
  return Directive.parse({
    codeNumber: null,
    codeNotation: office.notation,
    system: office.system,
    documentType: 'Công văn',
    subject: campaign.title,
    issuedDate: null,
    place: office.place,
    issuingBody: office.issuingBody ?? bodyName(root),
    parentBody: office.parentBody,
  });
}
