// `npm test`: everything that is checked, from a fresh clone on. `node stack/test.mjs verify` leaves out
// what needs a server or a browser. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode, requirePackages } from './install.mjs';
import { ROOT } from './tools.mjs';

const BIN = join(ROOT, 'node_modules', '.bin');
const CHECKS = ['format:check', 'lint', 'arrows', 'typecheck', 'knip'];
const QUICK = ['unit'];
/** Waits for minutes of real deadlines: goes on beside what only computes. */
const PATIENT = 'faults';
const WITH_SERVERS = ['integration', 'e2e'];

/** @typedef {{ name: string, seconds: number, code: number, passed: number, failed: number }} Outcome */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} aside keep what it says until it has ended, so that two do not speak at once
 * @returns {Promise<number>} its exit code
 */
function run(command, args, aside = false) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  /** @type {Buffer[]} */
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  child.once('close', () => process.stdout.write(Buffer.concat(said)));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('close', (code) => resolve(code === null ? 1 : code));
  });
}

/**
 * @param {string} name a script of package.json
 * @returns {Promise<Outcome>} a check counts as one thing that passed or failed only when it failed
 */
async function check(name) {
  const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
  const [command, ...args] = String(scripts[name]).split(' ');
  const began = Date.now();
  const code = await run(join(BIN, String(command)), args);
  return { name, code, seconds: (Date.now() - began) / 1000, passed: 0, failed: code === 0 ? 0 : 1 };
}

/**
 * @param {string} project a project of vitest.config.ts
 * @param {string} folder where its machine-readable result goes
 * @param {boolean} [aside]
 * @returns {Promise<Outcome>}
 */
async function suite(project, folder, aside) {
  const file = join(folder, `${project}.json`);
  const began = Date.now();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await run(process.execPath, [vitest, 'run', '--project', project, ...reporters], aside);
  const seconds = (Date.now() - began) / 1000;
  let passed = 0;
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    passed = result.numPassedTests;
    failed = result.numFailedTests;
  } catch {
    console.error(`✗ ${project}: vitest ended without a result`);
  }
  // A file that cannot be loaded, a failed set-up or an empty suite fails without a failing test.
  const silent = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  if (passed === 0) console.error(`✗ ${project}: no test ran`);
  return { name: project, code: code || silent, seconds, passed, failed: failed + silent };
}

async function main() {
  requireNode();
  requirePackages();
  const quickly = process.argv[2] === 'verify';
  const folder = mkdtempSync(join(tmpdir(), 'cascade-test-'));
  /** @type {Outcome[]} */
  const outcomes = [];
  const patient = quickly ? null : suite(PATIENT, folder, true);
  for (const name of [...CHECKS, ...QUICK]) {
    console.log(`\n── ${name} ──`);
    outcomes.push(CHECKS.includes(name) ? await check(name) : await suite(name, folder));
  }
  if (patient !== null) {
    console.log(`\n── ${PATIENT} ──`);
    outcomes.push(await patient);
    for (const name of WITH_SERVERS) {
      console.log(`\n── ${name} ──`);
      outcomes.push(await suite(name, folder));
    }
  }
  rmSync(folder, { recursive: true, force: true });
  console.log('');
  for (const { name, code, seconds, passed, failed } of outcomes) {
    const counts = CHECKS.includes(name) ? '' : `  ${passed} passed, ${failed} failed`;
    console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s${counts}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(outcomes.every(({ code }) => code === 0) ? 0 : 1);
}

await main();
