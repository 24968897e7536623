import type { IncomingMessage } from 'node:http';
import type { Principal } from '#model';

const principals = new WeakMap<IncomingMessage, Principal>();

export const principalOrNull = (req: IncomingMessage): Principal | null => principals.get(req) ?? null;
export const rememberPrincipal = (req: IncomingMessage, principal: Principal): void => {
  principals.set(req, principal);
};
