// A small process beside the stack. PostgreSQL and Temporal do not notice when the process that started
// them is killed; this one does (its standard input ends) and stops what is still running, in order.
import { createInterface } from 'node:readline';
import { isAlive, startMark } from './tools.mjs';

/** @typedef {{ pid: number, order: number, signal: NodeJS.Signals, timeoutMs: number, mark: string }} Charge */

/** @type {Map<number, Charge>} */
const charges = new Map();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Charge} charge */
const stillRuns = (charge) => isAlive(charge.pid) && startMark(charge.pid) === charge.mark;

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself between the look and the signal: what was wanted.
  }
}

/** @param {Charge} charge */
async function end(charge) {
  if (!stillRuns(charge)) return;
  send(charge.pid, charge.signal);
  for (const deadline = Date.now() + charge.timeoutMs; Date.now() < deadline; ) {
    if (!stillRuns(charge)) return;
    await pause(100);
  }
  send(-charge.pid, 'SIGKILL');
  send(charge.pid, 'SIGKILL');
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.add) charges.set(message.add.pid, message.add);
  if (message.remove) charges.delete(message.remove);
});
lines.on('close', async () => {
  for (const charge of [...charges.values()].sort((a, b) => a.order - b.order)) await end(charge);
  process.exit(0);
});
