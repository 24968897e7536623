import { cpus, totalmem } from 'node:os';
import type { Calibration } from './calibrate.ts';
import type { Opening, PureTimes } from './country.ts';
import { describeDesigner } from './designer/results.ts';
import type { DesignerResults } from './designer/measure-designer.ts';
import type { Cost } from './histories.ts';
import type { Latency } from './latency.ts';
import { type Accepting, AT_ONCE } from './reports.ts';
import { number, type Row, table } from './tables.ts';
import type { WorkplaceResults } from './workplace/measure-workplace.ts';
import { describeWorkplace } from './workplace/results.ts';

export interface EngineResults {
  readonly calibration: Calibration;
  readonly pure: PureTimes;
  readonly accepting: Accepting;
  readonly latency: Latency;
  readonly opening: Opening;
}

export interface Results {
  readonly engine: EngineResults | null;
  readonly designer: DesignerResults | null;
  readonly workplace: WorkplaceResults | null;
  readonly seconds: number;
  /** Processes that wanted to run in the minute before: more than there are cores, and absolute figures say little. */
  readonly load: number;
}

/** Tables in Markdown: the same on the terminal and in docs/benchmarks.md. */
export function describe({ engine, designer, workplace, seconds, load }: Results): string {
  return [
    `${today()}, ${machine()}, load ${load.toFixed(1)} when it began; ${number(seconds)} s in all.`,
    ...(engine === null ? [] : ['', ...describeEngine(engine)]),
    ...(designer === null ? [] : ['', ...describeDesigner(designer)]),
    ...(workplace === null ? [] : ['', ...describeWorkplace(workplace)]),
  ].join('\n');
}

function describeEngine({ calibration, pure, accepting, latency, opening }: EngineResults): string[] {
  const perNoop = (rate: number) => ratio(rate, calibration.noops, 'no-op workflows');
  const perInsert = (rate: number) => ratio(rate, calibration.inserts, 'inserts');
  const nodes = opening.nodes / opening.seconds;
  const opened = opening.obligations / opening.seconds;
  const measures: Row[] = [
    ['no-op workflows a second', number(calibration.noops), '1'],
    [`single-row inserts a second, ${AT_ONCE} at once`, number(calibration.inserts), '1'],
    [`nodes opened a second (country: ${number(opening.nodes)} nodes)`, number(nodes), perNoop(nodes)],
    [
      `obligations opened a second (country: ${number(opening.obligations)})`,
      number(opened),
      perInsert(opened),
    ],
    [
      'reports handed in and accepted a second, acts',
      number(accepting.throughActs),
      perInsert(accepting.throughActs),
    ],
    [
      'reports handed in and accepted a second, HTTP',
      number(accepting.throughHttp),
      perInsert(accepting.throughHttp),
    ],
    ['last report → its collector’s total (ms)', number(latency.oneLevel), ''],
    ['last report → the total two levels up (ms)', number(latency.twoLevels), ''],
    [`compile the country, ${number(pure.obligations)} obligations (ms)`, number(pure.compileMs), ''],
    ['simulate the country’s whole campaign (ms)', number(pure.simulateMs), ''],
  ];
  const costs: Row[] = [
    costRow(
      `one level, ${accepting.recipients} recipients, whole life`,
      accepting.cost,
      accepting.recipients,
    ),
    costRow(
      `two levels, ${latency.units} recipients, whole life and 5 revisions`,
      latency.cost,
      latency.units,
    ),
    costRow('four levels, the country, opened', opening.cost, opening.obligations),
  ];
  return [
    ...table(['measure', 'result', 'ratio'], measures),
    '',
    ...table(['histories', 'runs', 'events', 'longest', 'events / unit', 'actions', 'actions / unit'], costs),
  ];
}

function costRow(what: string, { workflows, events, actions, longest }: Cost, units: number): Row {
  const numbers = [workflows, events, longest, events / units, actions, actions / units];
  return [what, ...numbers.map(number)];
}

const ratio = (rate: number, measure: number, of: string) => `${(rate / measure).toFixed(2)} × ${of}`;

const today = () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format();

function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} cores (${processors[0]?.model ?? 'unknown'}), ${memory} GB memory, Node ${process.version}`;
}
