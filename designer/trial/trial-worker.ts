import type { Unit } from '#model';
import type { Organisation } from '#api/routes/units/shapes';
import type { ResolvedGroup } from '../drawing/findings-store.ts';
import { compileTrial } from './compile-trial.ts';
import { slicesOf, unitsOf, unitsOn } from './organisation.ts';
import { placed } from './plan-problems.ts';
import { simulateTrial } from './simulate-trial.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Compiles and simulates beside the page, which never holds a plan of the whole country. */
const say = (message: FromWorker): void => self.postMessage(message);

const SLICE = 1_000;

/** Asked for once in a worker's life; a repeat of the page is answered from the browser's cache by ETag. */
let register: Promise<readonly Unit[]> | null = null;
/** Members of each group as they were told last: most edits change no group. */
const told = new Map<string, string>();

class NoRegister extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`units could not be read (${status})`);
    this.status = status;
  }
}

async function fetchRegister(): Promise<readonly Unit[]> {
  const response = await fetch('/api/organisation', { headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  if (!response?.ok) throw new NoRegister(response?.status ?? 0);
  // the shape that the route declares
  return unitsOf((await response.json()) as Organisation);
}

async function answer(message: ToWorker): Promise<void> {
  if (register === null) say({ kind: 'stage', stage: 'units' });
  register ??= fetchRegister();
  const units = await register;
  switch (message.kind) {
    case 'units': {
      const slices = slicesOf(unitsOn(units, message.on), SLICE);
      slices.forEach((slice, at) =>
        say({ kind: 'units', on: message.on, units: slice, last: at === slices.length - 1 }),
      );
      return;
    }
    case 'compile': {
      const { groups, ...compiled } = compileTrial(message.input, units);
      for (const id of told.keys()) if (!groups.has(id)) told.delete(id);
      return say({
        kind: 'compiled',
        ...compiled,
        groups: [...groups].map(([id, group]) => [id, news(id, group)]),
      });
    }
    case 'simulate': {
      const simulated = simulateTrial({ ...message, units }, (stage) => say({ kind: 'stage', stage }));
      return simulated.ok
        ? say({ kind: 'simulated', outcome: simulated.value })
        : say({ kind: 'impossible', problems: placed(simulated.problems) });
    }
  }
}

function news(id: string, group: ResolvedGroup): ResolvedGroup | null {
  const members = group.units.map((unit) => unit.id).join(' ');
  if (told.get(id) === members) return null;
  told.set(id, members);
  return group;
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch((error: unknown) => {
    register = null;
    if (error instanceof NoRegister) say({ kind: 'failed', status: error.status });
    else self.reportError(error); // a defect: the page hears of it through `onerror`
  });
};
