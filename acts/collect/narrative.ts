import {
  audit,
  campaignById,
  gatheredTexts,
  inTransaction,
  type NarrativeRow,
  narrativesOf,
  type Queryable,
  saveNarrative,
  type SectionRef,
  type TextSource,
} from '#db';
import {
  type GatheredText,
  type NarrativeEdit,
  type NarrativeParagraph,
  ok,
  originalText,
  printedNarrative,
  problem,
  refuse,
  type Result,
} from '#model';
import { mayActAs, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { definitionOf } from '../scene.ts';
import { seenNode } from './seen-node.ts';

/** A text from below that a section may take up. */
export interface AvailableText extends GatheredText {
  /** Stands behind the text that its consolidating unit made of it: offered, not taken up by itself. */
  readonly behind: boolean;
}

/** What became of a source since it was taken over. */
interface SourceChange {
  readonly key: string;
  /** Null: its report counts no more (returned, recalled), or has no such text now. */
  readonly now: GatheredText | null;
}

export interface SectionNarrative {
  readonly reportId: string;
  readonly sectionId: string;
  readonly title: string;
  /** 0: nobody has written; the paragraphs are then simply everything gathered. */
  readonly revision: number;
  readonly updatedAt: string | null;
  readonly updatedByName: string | null;
  readonly paragraphs: readonly (NarrativeParagraph & { readonly changes: readonly SourceChange[] })[];
  /** Everything that came from below, in the order of the drawing. */
  readonly available: readonly AvailableText[];
  /** The section as it would be signed now. */
  readonly printed: string;
}

/** One section, gathered from the accepted reports and as far as somebody has worked on it. */
export async function readNarrative(ctx: ActContext, ref: SectionRef): Promise<Result<SectionNarrative>> {
  const title = await sectionTitle(ctx, ref);
  return title.ok ? ok(await narrativeNow(ctx.pool, ref, title.value)) : title;
}

export interface SaveNarrativeInput extends SectionRef {
  readonly expectedRevision: number;
  readonly paragraphs: readonly NarrativeEdit[];
}

/** Saved as one writes; whoever read an older revision is told who wrote since. */
export async function saveSection(
  ctx: ActContext,
  input: SaveNarrativeInput,
): Promise<Result<SectionNarrative>> {
  const forbidden = missingScope(ctx.principal, 'reports:decide');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const within = { ...ctx, pool: tx };
    const title = await sectionTitle(within, input);
    if (!title.ok) return title;
    if (!(await mayActAs(within, input.unitId)))
      return refuse(problem('api.forbidden', [], { scope: 'reports:decide' }));
    const campaign = await campaignById(tx, input.campaignId);
    if (campaign === null || campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
    const stored = await storedSection(tx, input);
    const paragraphs = paragraphsOf(input.paragraphs, stored, availableOf(await gatheredTexts(tx, input)));
    if (!paragraphs.ok) return paragraphs;
    const by = ctx.principal.id;
    const revision = await saveNarrative(tx, {
      ...input,
      paragraphs: paragraphs.value,
      by,
      at: campaign.now,
    });
    if (revision === null) return refuse(conflictWith(await storedSection(tx, input)));
    const { reportId, sectionId, campaignId, unitId } = input;
    await audit(tx, {
      actor: by,
      actorUnitId: ctx.principal.unitId,
      act: 'narrative.saved',
      campaignId,
      unitId,
      subject: `${input.periodKey}/${reportId}/${sectionId}`,
      after: { revision, paragraphs: paragraphs.value.length, printed: printedNarrative(paragraphs.value) },
    });
    return ok(await narrativeNow(tx, input, title.value));
  });
}

/** The refusal of whoever works on an older text: who wrote since, and when. */
export function conflictWith(row: NarrativeRow | null) {
  return problem('narrative.conflict', ['expectedRevision'], {
    who: row?.updatedByName ?? '–',
    when: row?.updatedAt ?? '–',
    actual: row?.revision ?? 0,
  });
}

/** Titles exist for the sections of the forms that the campaign asks for; anything else is unknown. */
async function sectionTitle(ctx: ActContext, ref: SectionRef): Promise<Result<string>> {
  const node = await seenNode(ctx, ref);
  if (!node.ok) return node;
  const campaign = await campaignById(ctx.pool, ref.campaignId);
  const definition = campaign === null ? null : await definitionOf(ctx.pool, campaign);
  const form = definition?.reports.find(({ id }) => id === ref.reportId);
  const section = form?.sections.find(({ id }) => id === ref.sectionId);
  return section === undefined
    ? refuse(problem('narrative.notFound', ['section'], { report: ref.reportId, section: ref.sectionId }))
    : ok(section.title);
}

async function storedSection(tx: Queryable, ref: SectionRef): Promise<NarrativeRow | null> {
  const rows = await narrativesOf(tx, ref);
  return rows.find((row) => row.reportId === ref.reportId && row.sectionId === ref.sectionId) ?? null;
}

async function narrativeNow(tx: Queryable, ref: SectionRef, title: string): Promise<SectionNarrative> {
  const available = availableOf(await gatheredTexts(tx, ref));
  const stored = await storedSection(tx, ref);
  const paragraphs = stored?.paragraphs ?? gathered(available);
  const now = new Map(available.map((text) => [text.key, text]));
  return {
    reportId: ref.reportId,
    sectionId: ref.sectionId,
    title,
    revision: stored?.revision ?? 0,
    updatedAt: stored?.updatedAt ?? null,
    updatedByName: stored?.updatedByName ?? null,
    paragraphs: paragraphs.map((each) => ({ ...each, changes: changesOf(each, now) })),
    available,
    printed: printedNarrative(paragraphs),
  };
}

/** Before anybody has written: everything gathered, each unit's text a paragraph. */
export const gathered = (available: readonly AvailableText[]): readonly NarrativeParagraph[] =>
  available
    .filter(({ behind }) => !behind)
    .map(({ behind: _, ...source }, index) => ({
      id: `p-${index + 1}`,
      picked: true,
      text: source.text,
      sources: [source],
    }));

function changesOf(
  { sources }: NarrativeParagraph,
  now: ReadonlyMap<string, AvailableText>,
): readonly SourceChange[] {
  return sources.flatMap(({ key, text }): SourceChange[] => {
    const present = now.get(key);
    if (present === undefined) return [{ key, now: null }];
    const { behind: _, ...source } = present;
    return present.text === text ? [] : [{ key, now: source }];
  });
}

/**
 * Texts as they arrive: a report's own, or every paragraph that a consolidation carries. Where the
 * consolidating unit wrote a text of its own, that one speaks for those behind it.
 */
export function availableOf(sources: readonly TextSource[]): readonly AvailableText[] {
  return sources.flatMap(({ obligationId, unitId, unitName, version, text, paragraphs }): AvailableText[] => {
    const of = (who: { unitId: string; unitName: string }, words: string) => ({
      key: `${obligationId}/${who.unitId}`,
      unitId: who.unitId,
      unitName: who.unitName,
      viaUnitName: who.unitId === unitId ? null : unitName,
      version,
      text: words,
    });
    if (paragraphs === null)
      return text === null ? [] : [{ ...of({ unitId, unitName }, text), behind: false }];
    const spoken = paragraphs.some((each) => each.unitId === unitId);
    return paragraphs.map((each) => ({ ...of(each, each.text), behind: spoken && each.unitId !== unitId }));
  });
}

/** The originals of a paragraph's sources: kept from the last save, read anew for those looked at and for new ones. */
function paragraphsOf(
  edits: readonly NarrativeEdit[],
  stored: NarrativeRow | null,
  available: readonly AvailableText[],
): Result<readonly NarrativeParagraph[]> {
  const known = new Map(
    stored?.paragraphs.flatMap(({ sources }) => sources).map((one) => [one.key, one]) ?? [],
  );
  const now = new Map(available.map(({ behind: _, ...text }) => [text.key, text]));
  const ids = new Set<string>();
  const made: NarrativeParagraph[] = [];
  for (const [index, { id, picked, text, sources, looked }] of edits.entries()) {
    if (ids.has(id)) return refuse(problem('narrative.idTwice', ['paragraphs', index, 'id'], { id }));
    ids.add(id);
    const originals: GatheredText[] = [];
    for (const key of sources) {
      const original = (looked.includes(key) ? now.get(key) : undefined) ?? known.get(key) ?? now.get(key);
      if (original === undefined)
        return refuse(problem('narrative.sourceUnknown', ['paragraphs', index, 'sources'], { id }));
      originals.push(original);
    }
    made.push({ id, picked, text: text ?? originalText(originals), sources: originals });
  }
  return ok(made);
}
