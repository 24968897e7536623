import type { Parameter } from '#model';

/** A question of another kind begins without a default. */
export const settleParameters = (
  before: readonly Parameter[],
  after: readonly Parameter[],
): readonly Parameter[] =>
  after.map((each) => {
    const known = before.find(({ key }) => key === each.key);
    const changed = known !== undefined && known.kind !== each.kind;
    return changed && each.default !== null ? { ...each, default: null } : each;
  });
