import {
  type AttachmentRow,
  attachmentById,
  attachmentsOf,
  audit,
  insertAttachment,
  inTransaction,
  obligationSeen,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { formOf, isUuid, lockScene } from './scene.ts';

export interface RegisterAttachmentInput {
  readonly obligationId: string;
  /** Kind in the report form, e.g. `signed-scan`. */
  readonly kind: string;
  readonly fileName: string;
  /** Without dot, lower case. */
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files uploaded for one obligation and not used, replaced ones included: more than this is a mistake or worse. */
const MOST_FILES = 60;

/**
 * Notes a file that the API has stored by its hash. Which files belong to a report is said when it is
 * submitted; here only what can never be right is refused.
 */
export async function registerAttachment(
  ctx: ActContext,
  input: RegisterAttachmentInput,
): Promise<Result<AttachmentRow>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockScene(tx, ctx, input);
    if (!scene.ok) return scene;
    const { row, definition, campaign } = scene.value;
    if (!(await mayActAs({ ...ctx, pool: tx }, row.unitId)))
      return refuse(problem('api.forbidden', [], { scope: 'reports:write' }));
    if (row.reportId === null) return refuse(problem('obligation.noReportOwed'));
    const { kind, extension } = input;
    const rule = formOf(definition, row.reportId).attachments.find((each) => each.kind === kind);
    if (rule === undefined) return refuse(problem('report.attachmentKindUnknown', ['kind'], { kind }));
    if (!rule.extensions.some((allowed) => allowed === extension)) {
      const params = { label: rule.label, extension, allowed: rule.extensions.join(', ') };
      return refuse(problem('report.attachmentExtension', ['extension'], params));
    }
    const known = await attachmentsOf(tx, row.id);
    const again = known.find(
      (file) => file.sha256 === input.sha256 && file.kind === kind && file.fileName === input.fileName,
    );
    if (again !== undefined) return ok(again);
    if (known.length >= MOST_FILES) {
      return refuse(
        problem('report.attachmentTooMany', ['kind'], {
          label: rule.label,
          count: known.length + 1,
          max: MOST_FILES,
        }),
      );
    }
    const stored = await insertAttachment(tx, {
      ...input,
      uploadedBy: ctx.principal.id,
      uploadedAt: campaign.now,
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'attachment.uploaded',
      campaignId: campaign.id,
      unitId: row.unitId,
      subject: row.id,
      after: {
        attachmentId: stored.id,
        kind,
        fileName: input.fileName,
        bytes: input.bytes,
        sha256: input.sha256,
      },
    });
    return ok(stored);
  });
}

/** Whoever may read the report may read its files. */
export async function attachmentForDownload(
  ctx: ActContext,
  attachmentId: string,
): Promise<Result<AttachmentRow>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const notFound = refuse(problem('attachment.notFound', ['attachmentId'], { id: attachmentId }));
  if (!isUuid(attachmentId)) return notFound;
  const file = await attachmentById(ctx.pool, attachmentId);
  if (file === null || !(await obligationSeen(ctx.pool, file.obligationId, ctx.principal.unitId)))
    return notFound;
  return ok(file);
}
