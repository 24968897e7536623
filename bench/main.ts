import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { calibrate } from './calibrate.ts';
import { measureOpening, measurePure } from './country.ts';
import { type Installation, withInstallation } from './installation.ts';
import { measureLatency } from './latency.ts';
import { AT_ONCE, measureAccepting } from './reports.ts';
import { measureDesigner } from './designer/measure-designer.ts';
import { describe, type EngineResults } from './results.ts';
import { measureWorkplace } from './workplace/measure-workplace.ts';

const LONGEST_MS = 20 * 60_000;
const PARTS = ['engine', 'designer', 'workplace'] as const;
const PAGE = new URL('../docs/benchmarks.md', import.meta.url);
const BEGIN = '<!-- latest result: npm run bench -- --write -->';
const END = '<!-- end -->';

/** `npm run bench`: what it costs and how fast it is, next to what this machine can do at all. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const { only } = values;
  if (only !== undefined && !PARTS.some((part) => part === only))
    throw new Error(`--only: ${PARTS.join(' | ')}`);
  if (only !== undefined && values.write)
    throw new Error('--write: chỉ khi đo tất cả / only when everything is measured, without --only');
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(LONGEST_MS)]);
  const began = performance.now();
  const [load = 0] = loadavg();
  // one after the other: the browser and the servers would take each other's time
  const wanted = (part: (typeof PARTS)[number]): boolean => only === undefined || only === part;
  const designer = wanted('designer') ? await bounded(signal, () => measureDesigner(step)) : null;
  const engine = wanted('engine') ? await installed(signal, measure) : null;
  // its million rows stand in an installation of their own
  const workplace = wanted('workplace')
    ? await installed(signal, (its) =>
        step('danh sách việc, một triệu nhiệm vụ / the task list', () => measureWorkplace(its)),
      )
    : null;
  const text = describe({ engine, designer, workplace, load, seconds: (performance.now() - began) / 1000 });
  process.stdout.write(`\n${text}\n`);
  if (values.write) await keep(text);
}

async function installed<T>(signal: AbortSignal, work: (its: Installation) => Promise<T>): Promise<T> {
  const results: T[] = [];
  await withInstallation(signal, async (its) => {
    results.push(await bounded(signal, () => work(its)));
  });
  const [measured] = results;
  if (measured === undefined) throw new Error('nothing was measured');
  return measured;
}

const bounded = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> =>
  Promise.race([work(), givenUp(signal)]);

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.stderr.write(`• ${what}…\n`);
  return work();
}

async function measure(its: Installation): Promise<EngineResults> {
  return {
    calibration: await step('hiệu chuẩn / calibrating', () => calibrate(its, AT_ONCE)),
    pure: await step('biên dịch và mô phỏng cả nước / compiling and simulating the country', measurePure),
    accepting: await step('nộp và nhận báo cáo / reports handed in and accepted', () =>
      measureAccepting(its),
    ),
    latency: await step('từ báo cáo cuối đến số tổng hợp / last report to total', () => measureLatency(its)),
    opening: await step('mở cả nước / opening the country', () => measureOpening(its)),
  };
}

function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(new Error('Đã dừng trước khi đo xong / stopped before it was done.'));
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
  });
}

async function keep(text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  await writeFile(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
