import type { Principal } from '#model';
import type { Database } from '#db';

/**
 * What every act gets. `pool` may also be a transaction already under way (`withIdempotency`), so an
 * act uses nothing else to reach the database.
 */
export interface ActContext {
  readonly pool: Database;
  readonly principal: Principal;
}
