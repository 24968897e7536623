import { loadOrganisation } from '#db';
import { ok, refuse, type Result, type Unit } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

/**
 * What a campaign is compiled against, whoever starts it and whenever: every unit there is and was, so that
 * a plan tried elsewhere is the plan that starting would freeze. The register is open to whoever may read.
 */
export async function getOrganisation(ctx: ActContext): Promise<Result<readonly Unit[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  return forbidden ? refuse(forbidden) : ok(await loadOrganisation(ctx.pool, null));
}
