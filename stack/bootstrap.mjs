// Behind `npm start` and its sisters: works in a fresh clone, before any package is installed.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { requireNode, requirePackages } from './install.mjs';
import { ROOT } from './tools.mjs';

/** What each command runs once the packages are there; each file runs on import. */
const COMMANDS = {
  start: 'stack/start.ts',
  demo: 'stack/demo.ts',
  bench: 'bench/main.ts',
};

async function main() {
  requireNode();
  const [first = 'start', ...rest] = process.argv.slice(2);
  const command = first.startsWith('-') ? 'start' : first;
  const entry = COMMANDS[/** @type {keyof typeof COMMANDS} */ (command)];
  if (entry === undefined) {
    console.error(
      `Không có lệnh “${command}”. / There is no command “${command}”: ${Object.keys(COMMANDS).join(', ')}.`,
    );
    process.exit(2);
  }
  requirePackages();
  process.chdir(ROOT);
  process.argv.splice(2, process.argv.length, ...(command === first ? rest : [first, ...rest]));
  // In this very process: a second one would be one more to stop, and one more that can be left behind.
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(ROOT, entry)).href);
}

await main();
