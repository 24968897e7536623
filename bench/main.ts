import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { calibrate } from './calibrate.ts';
import { measureOpening, measurePure } from './country.ts';
import { type Installation, withInstallation } from './installation.ts';
import { measureLatency } from './latency.ts';
import { AT_ONCE, measureAccepting } from './reports.ts';
import { describe, type Results } from './results.ts';

const LONGEST_MS = 6 * 60_000;
const PAGE = new URL('../docs/benchmarks.md', import.meta.url);
const BEGIN = '<!-- latest result: npm run bench -- --write -->';
const END = '<!-- end -->';

/** `npm run bench`: what it costs and how fast it is, next to what this machine can do at all. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(LONGEST_MS)]);
  let text = '';
  await withInstallation(signal, async (its) => {
    text = describe(await Promise.race([measure(its), givenUp(signal)]));
  });
  process.stdout.write(`\n${text}\n`);
  if (values.write) await keep(text);
}

async function measure(its: Installation): Promise<Results> {
  const began = performance.now();
  const [load = 0] = loadavg();
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    process.stderr.write(`• ${what}…\n`);
    return work();
  };
  const calibration = await step('hiệu chuẩn / calibrating', () => calibrate(its, AT_ONCE));
  const pure = await step(
    'biên dịch và mô phỏng cả nước / compiling and simulating the country',
    measurePure,
  );
  const accepting = await step('nộp và nhận báo cáo / reports handed in and accepted', () =>
    measureAccepting(its),
  );
  const latency = await step('từ báo cáo cuối đến số tổng hợp / last report to total', () =>
    measureLatency(its),
  );
  const opening = await step('mở cả nước / opening the country', () => measureOpening(its));
  return {
    calibration,
    pure,
    accepting,
    latency,
    opening,
    load,
    seconds: (performance.now() - began) / 1000,
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
