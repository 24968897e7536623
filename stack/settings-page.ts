import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSettingsTable } from './settings-table.ts';
import { ROOT } from './tools.mjs';

/** `npm run settings`: writes the table of settings into the README. */
const file = join(ROOT, 'README.md');
await writeFile(file, withSettingsTable(await readFile(file, 'utf8')));
