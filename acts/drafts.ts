import { isDeepStrictEqual } from 'node:util';
import {
  actorNames,
  attachmentsOf,
  draftOf,
  type DraftRow,
  filesByVersion,
  inTransaction,
  type ObligationRow,
  putDraft,
  type Queryable,
  reportVersion,
} from '#db';
import { checkReport } from '#engine';
import { applyChange, draftFrom, EMPTY_DRAFT, fieldOf, fieldsOf, submissionOf } from '#engine/draft';
import {
  type DraftBody,
  type DraftChange,
  type DraftContent,
  type DraftMark,
  ok,
  type Problem,
  problem,
  type RawValue,
  refuse,
  type ReportForm,
  type Result,
} from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { overtaken } from './overtaken.ts';
import { formOf, lockScene, type ObligationScene } from './scene.ts';

export interface DraftView {
  readonly content: DraftContent;
  /** 0: nothing has been saved; the content is that of the version before, or empty. */
  readonly revision: number;
  /** Number of the version that this draft would follow; 0: none was handed in. */
  readonly basedOn: number;
  readonly updatedAt: string | null;
  readonly updatedByName: string | null;
  readonly fields: Readonly<Record<string, FieldMark>>;
  /** What submitting would be refused for: the same check. */
  readonly missing: readonly Problem[];
}

interface FieldMark {
  readonly name: string;
  readonly at: string;
  readonly mine: boolean;
}

/** What somebody else had written in a field that was saved over unseen. */
interface Replaced {
  readonly field: string;
  readonly name: string;
  readonly at: string;
  readonly value: RawValue;
}

interface DraftScene {
  readonly row: ObligationRow;
  readonly campaign: ObligationScene['campaign'];
  readonly form: ReportForm;
  readonly stored: DraftRow | null;
  readonly content: DraftContent;
}

/** The report that a unit is writing, for its own people only. */
export async function readReportDraft(ctx: ActContext, obligationId: string): Promise<Result<DraftView>> {
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await draftScene({ ...ctx, pool: tx }, obligationId);
    return scene.ok ? ok(await viewOf(tx, ctx, scene.value)) : scene;
  });
}

export interface SaveDraftInput {
  readonly obligationId: string;
  readonly change: DraftChange;
  /** Version that the writer has before him: a draft of what was handed in meanwhile is not begun unseen. */
  readonly basedOn: number;
  /** Draft that the writer has seen; what others wrote after it in the same fields comes back as `replaced`. */
  readonly seenRevision: number;
}

export interface SavedDraft extends DraftView {
  readonly replaced: readonly Replaced[];
}

/** Merges the fields that changed. Last writer wins in one field; nothing else is touched. */
export async function saveReportDraft(ctx: ActContext, input: SaveDraftInput): Promise<Result<SavedDraft>> {
  return inTransaction(ctx.pool, async (tx) => {
    const found = await draftScene({ ...ctx, pool: tx }, input.obligationId);
    if (!found.ok) return found;
    const scene = found.value;
    const { row, form, stored, content } = scene;
    if (row.version !== input.basedOn) return refuse(await overtaken(tx, row));
    const unknown = unknownFields(form, input.change);
    if (unknown.length > 0) return refuse(...unknown);
    const marks = stored?.body.fields ?? {};
    const names = fieldsOf(input.change);
    const merged = applyChange(content, input.change);
    const changed = names.filter(
      (field) => !isDeepStrictEqual(fieldOf(content, field), fieldOf(merged, field)),
    );
    if (changed.length === 0) return ok({ ...(await viewOf(tx, ctx, scene)), replaced: [] });
    const replaced = changed.flatMap((field) => {
      const mark = marks[field];
      const unseen = mark && mark.by !== ctx.principal.id && mark.revision > input.seenRevision;
      return unseen ? [{ field, mark, value: fieldOf(content, field) }] : [];
    });
    const mark: DraftMark = {
      by: ctx.principal.id,
      at: scene.campaign.now,
      revision: (stored?.revision ?? 0) + 1,
    };
    const body: DraftBody = {
      ...merged,
      fields: { ...marks, ...Object.fromEntries(changed.map((field) => [field, mark])) },
    };
    const written = await putDraft(tx, row.id, { body, by: ctx.principal.id, at: scene.campaign.now });
    const others = await actorNames(
      tx,
      replaced.map((each) => each.mark.by),
    );
    return ok({
      ...(await viewOf(tx, ctx, { ...scene, stored: written, content: merged })),
      replaced: replaced.map(({ field, mark: { by, at }, value }) => ({
        field,
        at,
        value,
        name: others.get(by) ?? '',
      })),
    });
  });
}

async function draftScene(ctx: ActContext, obligationId: string): Promise<Result<DraftScene>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  const scene = await lockScene(ctx.pool, ctx, { obligationId });
  if (!scene.ok) return scene;
  const { row, campaign, definition } = scene.value;
  if (!(await mayActAs(ctx, row.unitId)))
    return refuse(problem('api.forbidden', [], { scope: 'reports:write' }));
  if (row.reportId === null) return refuse(problem('obligation.noReportOwed'));
  if (row.consolidates) return refuse(problem('obligation.consolidated'));
  if (campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
  const form = formOf(definition, row.reportId);
  const stored = await draftOf(ctx.pool, row.id);
  const content = stored === null ? await startOf(ctx.pool, row, form) : contentOf(stored.body);
  return ok({ row, campaign, form, stored, content });
}

const contentOf = ({ nil, values, sections, attachments, note }: DraftBody): DraftContent => ({
  nil,
  values,
  sections,
  attachments,
  note,
});

/** A correction begins with what was handed in. */
async function startOf(tx: Queryable, row: ObligationRow, form: ReportForm): Promise<DraftContent> {
  const latest = row.version === 0 ? null : await reportVersion(tx, row.id, row.version);
  if (latest === null) return EMPTY_DRAFT;
  const files = await filesByVersion(tx, row.id);
  return draftFrom({ ...latest, attachmentIds: files.get(latest.no) ?? [] }, form);
}

async function viewOf(tx: Queryable, ctx: ActContext, scene: DraftScene): Promise<DraftView> {
  const { row, form, stored, content } = scene;
  const marks = Object.entries(stored?.body.fields ?? {});
  const names = await actorNames(tx, [
    ...(stored === null ? [] : [stored.updatedBy]),
    ...marks.map(([, { by }]) => by),
  ]);
  const checked = checkReport(form, submissionOf(content), await attachmentsOf(tx, row.id));
  return {
    content,
    revision: stored?.revision ?? 0,
    basedOn: row.version,
    updatedAt: stored?.updatedAt ?? null,
    updatedByName: stored === null ? null : (names.get(stored.updatedBy) ?? null),
    fields: Object.fromEntries(
      marks.map(([field, { by, at }]) => [
        field,
        { name: names.get(by) ?? '', at, mine: by === ctx.principal.id },
      ]),
    ),
    missing: checked.ok ? [] : checked.problems,
  };
}

/** A draft may be incomplete and wrong, but it has no field that the form does not have. */
function unknownFields(form: ReportForm, change: DraftChange): Problem[] {
  const has = (list: readonly { readonly id: string }[], key: string) => list.some(({ id }) => id === key);
  return [
    ...Object.keys(change.values ?? {})
      .filter((key) => !has(form.indicators, key))
      .map((key) => problem('report.indicatorUnknown', ['values', key], { key, form: form.title })),
    ...Object.keys(change.sections ?? {})
      .filter((key) => !has(form.sections, key))
      .map((key) => problem('report.sectionUnknown', ['sections', key], { key, form: form.title })),
  ];
}
