import type { DefinitionListed } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';

type Owned = Pick<DefinitionListed, 'ownerUnitId' | 'template'>;

/** Who may write is decided by the API; this only keeps the page from offering what would be refused. */
export const mayDraw = (me: Me): boolean => me.scopes.includes('definitions:write');
export const mayStart = (me: Me): boolean => me.scopes.includes('campaigns:write');

export const isMine = (me: Me, { ownerUnitId }: Owned): boolean => ownerUnitId === (me.unit?.id ?? null);
export const isShipped = ({ ownerUnitId, template }: Owned): boolean => template && ownerUnitId === null;

export const mayEdit = (me: Me, drawing: Owned): boolean =>
  mayDraw(me) && isMine(me, drawing) && !isShipped(drawing);
