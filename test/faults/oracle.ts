import { calendarsInForce, loadOrganisation } from '#db';
import { type CanonicalState, civilDateOf, compile, type ScriptedAct, simulate } from '#engine';
import type { Definition } from '#model';
import { type Acting, must } from '../replay/acting.ts';

export interface Run {
  readonly definition: Definition;
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly acts: readonly ScriptedAct[];
  readonly until: string;
}

/** What must have come out: the pure engine, run sequentially over the same acts. */
export async function expectedState(desk: Acting, run: Run): Promise<CanonicalState> {
  const { definition, rootUnitId, startAt, acts, until } = run;
  const calendars = await calendarsInForce(desk.pool);
  const units = await loadOrganisation(desk.pool, civilDateOf(startAt));
  const plan = must(compile({ definition, units, calendars, rootUnitId, startAt, parameters: {} }));
  return simulate({ plan, definition, calendars, behaviour: { kind: 'scripted', acts }, until })
    .canonicalState;
}
