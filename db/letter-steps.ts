import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export type LetterAct = 'submitted' | 'approved' | 'returned' | 'issued' | 'withdrawn';

/** One step that a letter took, with both names where somebody stood in. */
export interface LetterStepRow {
  readonly id: number;
  readonly step: number;
  readonly act: LetterAct;
  readonly comment: string;
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf: string | null;
  readonly byName: string | null;
  readonly onBehalfOfName: string | null;
}

export async function stepsOf(tx: Queryable, letterId: string): Promise<LetterStepRow[]> {
  const found = await tx.query<LetterStepRow>(
    `SELECT s.id, s.step, s.act, s.comment, s.at, s.by, s.on_behalf_of AS "onBehalfOf", ${nameOf('s.by')} AS "byName",
       ${nameOf('s.on_behalf_of')} AS "onBehalfOfName"
     FROM letter_step s WHERE s.letter_id = $1 ORDER BY s.id`,
    [letterId],
  );
  return found.rows;
}

export async function insertStep(
  tx: Queryable,
  step: {
    readonly letterId: string;
    readonly step: number;
    readonly act: LetterAct;
    readonly comment: string;
    readonly at: string;
    readonly by: string;
  },
): Promise<void> {
  await tx.query(
    'INSERT INTO letter_step (letter_id, step, act, comment, at, by) VALUES ($1, $2, $3, $4, $5, $6)',
    [step.letterId, step.step, step.act, step.comment, step.at, step.by],
  );
}
