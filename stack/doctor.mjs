// `npm run doctor`: says what is missing and the line that mends it. Plain Node, so that it can speak even
// when nothing is installed; what needs packages is looked at by doctor.ts once they are there.
import { packagesAreInstalled } from './install.mjs';
import {
  cachedTemporal,
  findGo,
  inspectTemporal,
  isExecutable,
  nodeIsEnough,
  temporalPlaces,
} from './tools.mjs';

let missing = 0;

/** @typedef {{ good: boolean, needed?: boolean, what: string, remedy?: string }} Finding */

/** @param {Finding} finding */
function report({ good, needed = true, what, remedy }) {
  if (!good && needed) missing += 1;
  console.log(`${good ? '✓' : needed ? '✗' : '–'} ${what}`);
  if (!good && remedy !== undefined) console.log(`    → ${remedy}`);
}

function reportTemporal() {
  const from = process.env['TEMPORAL_ADDRESS'];
  if (from) return report({ good: true, what: `Temporal: TEMPORAL_ADDRESS=${from}` });
  const places = [...temporalPlaces(), cachedTemporal()].filter(isExecutable);
  for (const file of places) {
    const found = inspectTemporal(file);
    if (found !== undefined && found.enough)
      return report({ good: true, what: `Temporal: ${file} (${found.version})` });
  }
  const go = findGo();
  const built = go !== undefined && go.enough;
  report({
    good: built,
    // The download may still work: only `npm start` finds out, by trying.
    needed: false,
    what: built
      ? `Temporal: chưa có; npm start sẽ tải, hoặc biên dịch bằng Go ${go.version} / not here yet; npm start downloads it, or builds it with Go ${go.version}`
      : 'Temporal: chưa có; npm start sẽ tải từ temporal.download / not here yet; npm start downloads it from temporal.download',
    remedy:
      'nếu không tải được: cài Go ≥ 1.25 / if it cannot be downloaded: install Go ≥ 1.25 — https://go.dev/dl',
  });
}

async function main() {
  const node = process.versions.node;
  report({
    good: nodeIsEnough(node),
    what: `Node.js ${node}`,
    remedy: 'cài Node.js ≥ 20.19 / install Node.js ≥ 20.19 — https://nodejs.org',
  });
  const installed = nodeIsEnough(node) && packagesAreInstalled();
  report({
    good: installed,
    what: 'các gói npm / npm packages',
    remedy: 'npm ci  (npm start tự làm / npm start does it)',
  });
  reportTemporal();
  if (installed) {
    const { register } = await import('tsx/esm/api');
    register();
    const { findings } = await import('./doctor.ts');
    for await (const finding of findings()) report(finding);
  }
  const verdict =
    missing === 0
      ? 'Đủ để chạy: npm start / ready: npm start'
      : `Thiếu ${missing} thứ cần có / ${missing} needed things missing`;
  console.log(`\n${verdict}`);
  process.exit(missing === 0 ? 0 : 1);
}

await main();
