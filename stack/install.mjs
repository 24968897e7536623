// Installs the packages when they are missing or belong to another lockfile. Plain Node, no dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeIsEnough, ROOT } from './tools.mjs';

const MARK = join(ROOT, 'node_modules', '.cascade-lock');

/** Ends the program with one sentence when this Node cannot run the product. */
export function requireNode() {
  if (nodeIsEnough(process.versions.node)) return;
  console.error(
    `Cần Node.js ≥ 20.19 (hoặc ≥ 22.12, ≥ 24); máy này đang dùng ${process.versions.node}: hãy cài từ https://nodejs.org rồi chạy lại.\n` +
      `Node.js ≥ 20.19 (or ≥ 22.12, ≥ 24) is needed, this is ${process.versions.node}: install it from https://nodejs.org and run again.`,
  );
  process.exit(1);
}

/** @returns {string} what the installed packages must correspond to */
function lockHash() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const build = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return createHash('sha256').update(lock).update(build).digest('hex');
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @returns {boolean} whether packages installed by hand are exactly those of the lockfile */
function installedByHandMatches() {
  const hidden = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = packagesOf(hidden);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined
      ? Boolean(wanted.optional || wanted.devOptional)
      : found.version === wanted.version;
  });
}

/** @returns {boolean} */
export function packagesAreInstalled() {
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lockHash()) return true;
  if (!installedByHandMatches()) return false;
  writeFileSync(MARK, lockHash());
  return true;
}

/** Runs `npm ci` when needed; ends the program with one sentence when that fails. */
export function requirePackages() {
  if (packagesAreInstalled()) return;
  console.error('Đang cài các gói (một lần, khoảng một phút)… / Installing packages (once, about a minute)…');
  const underNpm = process.env['npm_execpath'] && process.env['npm_execpath'].endsWith('.js');
  const program = underNpm ? [process.execPath, String(process.env['npm_execpath'])] : ['npm'];
  const args = [...program.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const result = spawnSync(String(program[0]), args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    console.error(
      'Không cài được các gói: xem lỗi của npm ở trên (thường là mạng hoặc kho gói), sửa rồi chạy lại.\n' +
        'The packages could not be installed: see npm’s error above (usually the network or the registry), mend it and run again.',
    );
    process.exit(1);
  }
  writeFileSync(MARK, lockHash());
}
