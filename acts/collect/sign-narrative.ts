import {
  gatheredTexts,
  type NarrativeRow,
  narrativesOf,
  type OwnPart,
  type Queryable,
  type SectionRef,
} from '#db';
import {
  type Definition,
  type NarrativeParagraph,
  ok,
  printedNarrative,
  refuse,
  type ReportForm,
  type Result,
  type SignedNarrative,
} from '#model';
import type { NodeRef } from '#model/contract';
import { availableOf, conflictWith, gathered } from './narrative.ts';

/** The narrative that a signer has read: one entry per section that somebody had written in. */
export interface ReadSection {
  readonly reportId: string;
  readonly sectionId: string;
  readonly revision: number;
}

/** Texts that enter a consolidation as the unit's own, with the paragraphs behind them. */
export interface NarrativeToSign {
  readonly signed: SignedNarrative;
  /** Report form → section → text. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `read` not given (systems): what is there. Else exactly that, or somebody wrote since. */
export async function narrativeToSign(
  tx: Queryable,
  ref: NodeRef,
  given: { readonly definition: Definition; readonly read: readonly ReadSection[] | undefined },
): Promise<Result<NarrativeToSign>> {
  const rows = await narrativesOf(tx, ref);
  if (given.read !== undefined) {
    const unread = rows.find((row) => given.read?.find((one) => isOf(one, row))?.revision !== row.revision);
    if (unread !== undefined) return refuse(conflictWith(unread));
  }
  const { reports } = given.definition;
  const signed = await narrativeNow(tx, ref, { forms: reports, rows, untouched: given.read !== undefined });
  const texts = Object.entries(signed).map(([reportId, sections]) => [
    reportId,
    Object.fromEntries(
      Object.entries(sections).map(([id, paragraphs]) => [id, printedNarrative(paragraphs)]),
    ),
  ]);
  return ok({ signed, texts: Object.fromEntries(texts) });
}

/**
 * Every section that somebody has written in; with `untouched` also those where a consolidation from below
 * speaks for texts behind it, which are then left out as the page leaves them out.
 */
export async function narrativeNow(
  tx: Queryable,
  ref: NodeRef,
  {
    forms,
    rows,
    untouched,
  }: { forms: readonly ReportForm[]; rows: readonly NarrativeRow[]; untouched: boolean },
): Promise<SignedNarrative> {
  const now: Record<string, Record<string, readonly NarrativeParagraph[]>> = {};
  for (const { id: reportId, sections } of forms) {
    for (const { id: sectionId } of sections) {
      const row = rows.find((each) => isOf(each, { reportId, sectionId }));
      const paragraphs =
        row?.paragraphs ?? (untouched ? await spoken(tx, { ...ref, reportId, sectionId }) : null);
      if (paragraphs !== null) now[reportId] = { ...now[reportId], [sectionId]: paragraphs };
    }
  }
  return now;
}

/** Null: nothing stands behind another text, so that what was gathered is simply everything. */
async function spoken(tx: Queryable, ref: SectionRef): Promise<readonly NarrativeParagraph[] | null> {
  const available = availableOf(await gatheredTexts(tx, ref));
  return available.some(({ behind }) => behind) ? gathered(available) : null;
}

const isOf = (
  a: Pick<NarrativeRow, 'reportId' | 'sectionId'>,
  b: Pick<NarrativeRow, 'reportId' | 'sectionId'>,
): boolean => a.reportId === b.reportId && a.sectionId === b.sectionId;

/** The own part with the narrative's texts in the place of its own; unchanged where nobody has written one. */
export function withNarrative(ownPart: OwnPart | null, texts: NarrativeToSign['texts']): OwnPart | null {
  if (Object.keys(texts).length === 0) return ownPart;
  const parts: Record<string, OwnPart[string]> = { ...ownPart };
  for (const [reportId, written] of Object.entries(texts)) {
    const before = parts[reportId];
    const sections = Object.entries({ ...before?.sections, ...written }).filter(([, text]) => text !== '');
    parts[reportId] = { values: before?.values ?? {}, sections: Object.fromEntries(sections) };
  }
  return parts;
}
