import { compile, simulate } from '#engine';
import type { Result, Unit } from '#model';
import { ok } from '#model/problem';
import { outcomeOf } from './outcome-of.ts';
import type { SimulationOutcome } from './simulation-outcome.ts';
import { assumptionsOf, onTimeOf, type Supposition } from './supposition.ts';
import type { TrialInput } from './trial-input.ts';
import type { Stage } from './worker-messages.ts';

interface Wanted {
  readonly input: TrialInput;
  readonly units: readonly Unit[];
  readonly supposition: Supposition;
}

/** The same cascade twice, once with everybody on time: what lateness does is the difference. Writes nothing. */
export function simulateTrial(
  { input, units, supposition }: Wanted,
  reached: (stage: Stage) => void = () => {},
): Result<SimulationOutcome> {
  const began = performance.now();
  reached('plan');
  const compiled = compile({ ...input, units });
  if (!compiled.ok) return compiled;
  const plan = compiled.value;
  const { definition, calendars, parameters } = input;
  const run = { plan, definition, calendars, parameters };
  reached('onTime');
  const onTime = simulate({ ...run, behaviour: { kind: 'assumed', ...onTimeOf(supposition) } });
  reached('supposed');
  const supposed = simulate({ ...run, behaviour: { kind: 'assumed', ...assumptionsOf(supposition) } });
  const outcome = outcomeOf({ plan, definition, calendars, supposed, onTime });
  return ok({ ...outcome, tookMs: Math.round(performance.now() - began) });
}
