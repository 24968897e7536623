import { Unit } from '#model';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { USUAL } from '../../designer/trial/supposition.ts';
import { loadCalendar, loadCountry, loadExpectations } from '../../test/expected/load.ts';
import { median } from '../measure.ts';
import { openPage } from './browser.ts';
import type { Pages } from './pages.ts';
import type { Worked } from './pages/workers.ts';

const NODES = 200;
const RUNS = 5;

/** Medians of warm runs, ms; long tasks of the page over all of them. */
export interface WorkerTimes {
  readonly nodes: number;
  readonly arrange: Worked;
  readonly bareElk: Worked;
  /** 34 provinces and 3,321 communes, twice: as supposed, and with everybody on time. */
  readonly simulate: Worked;
}

/** What the designer's workers do, with the page waiting for them. */
export async function measureWorkers({ url }: Pages): Promise<WorkerTimes> {
  const { page, close } = await openPage(`${url}/workers.html`);
  try {
    const trial = { input: country(), supposition: USUAL };
    const several = async (once: () => Promise<Worked>): Promise<Worked> => {
      await once(); // loads the worker, and its code warms up
      const runs: Worked[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await once());
      const longTasks = runs.reduce((sum, each) => sum + each.longTasks, 0);
      return { ms: median(runs.map(({ ms }) => ms)), longTasks };
    };
    return {
      nodes: NODES,
      bareElk: await several(() => page.evaluate((count) => window.workers.bareElk(count), NODES)),
      arrange: await several(() => page.evaluate((count) => window.workers.arrange(count), NODES)),
      simulate: await several(() => page.evaluate((given) => window.workers.simulate(given), trial)),
    };
  } finally {
    await close();
  }
}

function country() {
  const found = loadExpectations().find(({ key }) => key === 'bon-cap-2025-ca-nuoc');
  const template = TEMPLATES.find(({ key }) => key === found?.start.template);
  if (found === undefined || template === undefined) throw new Error('no worked example of the country');
  const { rootUnitId, startAt, parameters } = found.start;
  const { definition, directive } = template;
  return { definition, directive, calendars: [loadCalendar()], rootUnitId, startAt, parameters };
}

/** What `GET /api/organisation` answers: the worker of the page asks for it. */
export function organisation(): string {
  const units = [...loadCountry(), ...EXAMPLE_UNITS];
  const columns = Object.keys(Unit.shape);
  const rows = units.map((unit) => Object.values(Unit.parse(unit)));
  return JSON.stringify({ columns, units: rows });
}
