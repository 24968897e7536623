import { isCutoffReached } from '#engine';
import type { RevisionLine, Table } from './api.ts';

export const lastSigned = ({
  revisions,
  signedRevision,
}: Pick<Table, 'revisions' | 'signedRevision'>): RevisionLine | undefined =>
  revisions.find(({ revision, state }) => revision === signedRevision && state === 'signed');

/** Whether the figures of now are those that were signed; otherwise they are provisional and have to be called so. */
export const isSettled = (
  table: Pick<Table, 'revisions' | 'revision' | 'signedRevision' | 'differences'>,
): boolean =>
  lastSigned(table) !== undefined &&
  table.revision === table.signedRevision &&
  Object.values(table.differences).every((each) => each.length === 0);

/** What the first revision waits for: every report; at the latest the cut-off; past that, the first report accepted. */
export function waitedFor({
  cutoffAt,
  campaign,
}: Pick<Table, 'cutoffAt'> & { readonly campaign: Pick<Table['campaign'], 'now'> }):
  | 'all'
  | 'cutoff'
  | 'first' {
  if (cutoffAt === null) return 'all';
  return isCutoffReached(cutoffAt, campaign.now) ? 'first' : 'cutoff';
}
