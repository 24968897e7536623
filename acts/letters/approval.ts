import type { Colleague } from '#db';
import { actorOf, actorsOf, type ApprovalChain, type ApprovalStep, positionOf, type Principal } from '#model';

/** Somebody who holds posts of the unit now, with all roles that they give him there. */
export type Holder = Pick<Colleague, 'id' | 'name' | 'roles'>;

/** Where a letter stands in the approval of its house. Pure: rows in, verdict out. */
export interface Approval {
  readonly chain: ApprovalChain;
  readonly step: number;
  /** Actors who wrote a part of it, `person:<id>`. */
  readonly writers: readonly string[];
  /** Who approved the present step since it was submitted, `person:<id>` of the post's holder. */
  readonly approvedBy: readonly string[];
  /** Who holds the posts of the unit now. */
  readonly holders: readonly Holder[];
}

export type Standing = 'may' | 'notNamed' | 'ownWork' | 'already';

/** Everybody whom a step names and who may approve it: not its writers, where that is off. */
export function approversOf(
  { chain, writers, holders }: Pick<Approval, 'chain' | 'writers' | 'holders'>,
  step: number,
): readonly Holder[] {
  const rule = chain.steps[step];
  if (rule === undefined) return [];
  return holders.filter(
    ({ id, roles }) => names(rule, id, roles) && (chain.selfApproval || !writers.includes(actorOf(id))),
  );
}

/** Whose approval the present step still waits for. Nobody: those who are left have approved, or may not. */
export const waitsFor = (approval: Approval): readonly Holder[] =>
  approversOf(approval, approval.step).filter(({ id }) => !approval.approvedBy.includes(actorOf(id)));

export function standingOf(approval: Approval, who: Principal): Standing {
  const rule = approval.chain.steps[approval.step];
  const position = positionOf(who);
  if (rule === undefined || !names(rule, position.slice('person:'.length), who.roles)) return 'notNamed';
  if (!approval.chain.selfApproval && actorsOf(who).some((actor) => approval.writers.includes(actor)))
    return 'ownWork';
  return approval.approvedBy.includes(position) ? 'already' : 'may';
}

/** The step after this approval; `chain.steps.length` = approved. */
export function stepAfter(approval: Approval, by: string): number {
  const rule = approval.chain.steps[approval.step];
  if (rule === undefined || rule.mode === 'any') return approval.step + 1;
  const approved = new Set([...approval.approvedBy, by]);
  const all = approversOf(approval, approval.step).every(({ id }) => approved.has(actorOf(id)));
  return all ? approval.step + 1 : approval.step;
}

/** The first step that nobody could approve; null: the way is free. */
export function stuckStep(approval: Pick<Approval, 'chain' | 'writers' | 'holders'>): number | null {
  const at = approval.chain.steps.findIndex((_, step) => approversOf(approval, step).length === 0);
  return at === -1 ? null : at;
}

const names = (rule: ApprovalStep, personId: string, roles: readonly string[]): boolean =>
  rule.personIds.includes(personId) || rule.roles.some((role) => roles.includes(role));
