import { isDeepStrictEqual } from 'node:util';
import { audit, inTransaction, type LetterSources, putLetterText } from '#db';
import { actorsOf, type Directive, ok, problem, refuse, type Result } from '#model';
import type { ActContext } from '../context.ts';
import { carrySources } from './carry-sources.ts';
import { type LetterAsk, lockOwnLetter } from './scene.ts';

export interface SaveLetterInput extends LetterAsk {
  readonly document: Directive;
  readonly addedTasks: readonly string[];
}

export interface SavedLetter {
  readonly revision: number;
  readonly sources: LetterSources;
}

/** Saved as it is typed; two who write at once: the second learns it instead of overwriting the first. */
export async function saveLetter(ctx: ActContext, input: SaveLetterInput): Promise<Result<SavedLetter>> {
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnLetter(tx, ctx, { ...input, scope: 'letters:write' });
    if (!scene.ok) return scene;
    const { letter, campaign } = scene.value;
    if (letter.state !== 'draft' && letter.state !== 'returned') return refuse(problem('letter.notEditable'));
    const { document, addedTasks } = input;
    if (document.codeNumber !== letter.document.codeNumber)
      return refuse(problem('letter.numberFromRegister', ['document', 'codeNumber']));
    const same =
      isDeepStrictEqual(document, letter.document) && isDeepStrictEqual(addedTasks, letter.addedTasks);
    if (same) return ok({ revision: letter.revision, sources: letter.sources });
    const sources = carrySources({
      before: letter.document,
      after: document,
      sources: letter.sources,
      name: ctx.principal.name,
    });
    const writers = [...new Set([...letter.writers, ...actorsOf(ctx.principal)])];
    await putLetterText(tx, letter.id, { document, sources, addedTasks, writers });
    // once a writer: what is typed is saved every other second, and the issued text is kept by its hash
    if (writers.length > letter.writers.length) {
      await audit(tx, {
        actor: ctx.principal.id,
        actorUnitId: ctx.principal.unitId,
        act: 'letter.edited',
        campaignId: campaign.id,
        unitId: letter.unitId,
        subject: letter.id,
        before: { revision: letter.revision },
        after: { revision: letter.revision + 1 },
      });
    }
    return ok({ revision: letter.revision + 1, sources });
  });
}
