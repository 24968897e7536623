import type { Pool } from 'pg';
import { type ActContext, draftLetter, identify, issueLetter, type Render, submitLetter } from '#acts';
import { ok, type Principal, type Result } from '#model';

export const WARD = '2024-commune-01840';
/** Clerk, officer and leader of the ward in one person, and its second officer. */
export const WARD_LEADER = 'vd-can-bo-duc-xuan';

export async function official(pool: Pool, subject: string): Promise<Principal> {
  const identified = await identify(pool, subject);
  if (identified === null) throw new Error(`nobody called ${subject}`);
  return identified.principal;
}

/** In place of the layout, which has tests of its own: the bytes do not matter here. */
export const plainRender: Render = (document) =>
  Promise.resolve(ok({ sha256: (document.codeNumber ?? '').padStart(64, '0'), bytes: 1 }));

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

type Ctx = ActContext;

/** A letter that needs nobody's approval any more: drafted and submitted by somebody whose office has no steps. */
export async function drafted(
  ctx: Ctx,
  of: {
    readonly kind: 'dissemination' | 'chase';
    readonly campaignId: string;
    readonly periodKey: string;
    readonly unitIds?: readonly string[];
  },
): Promise<{ readonly id: string; readonly revision: number }> {
  const begun = await draftLetter(ctx, of);
  if (!begun.ok) throw new Error(codesOf(begun).join());
  return { id: begun.value.id, revision: 1 };
}

export async function submitted(ctx: Ctx, letter: { id: string; revision: number }): Promise<number> {
  const moved = await submitLetter(ctx, { letterId: letter.id, expectedRevision: letter.revision });
  if (!moved.ok) throw new Error(codesOf(moved).join());
  return moved.value.revision;
}

export const issue = (ctx: Ctx, letter: { id: string; revision: number }, render: Render = plainRender) =>
  issueLetter(ctx, { letterId: letter.id, expectedRevision: letter.revision }, render);
