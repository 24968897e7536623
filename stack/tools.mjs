// What must work before any package is installed: plain Node, no dependency, syntax that old Node versions parse.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The smallest Node of each line that every pinned package accepts. */
const NODE_FLOOR = { 20: 19, 22: 12 };

/**
 * @param {string} version such as `20.19.0`
 * @returns {boolean} whether the product runs on it
 */
export function nodeIsEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major === undefined || minor === undefined || major < 20) return false;
  const floor = NODE_FLOOR[/** @type {20 | 22} */ (major)];
  return floor === undefined ? major !== 21 && major !== 23 : minor >= floor;
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @returns {string | undefined} the first executable of that name on PATH
 */
export function findOnPath(command) {
  const folders = (process.env['PATH'] || '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** @returns {string} where built or downloaded programs are kept, outside the checkout so that clones share them */
export function cacheFolder() {
  return (
    process.env['CASCADE_CACHE'] ||
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cascade')
  );
}

/** @typedef {{ file: string, version: string, enough: boolean }} Go */

/** @returns {Go | undefined} the Go compiler, and whether it is at least 1.25 */
export function findGo() {
  const file = [findOnPath('go'), '/usr/local/go/bin/go'].find(
    (path) => path !== undefined && isExecutable(path),
  );
  if (file === undefined) return undefined;
  const answer = spawnSync(file, ['env', 'GOVERSION'], { encoding: 'utf8', timeout: 20_000 });
  const version = (answer.stdout || '').trim().replace(/^go/, '');
  const [major, minor] = version.split('.').map(Number);
  const enough = major !== undefined && minor !== undefined && (major > 1 || (major === 1 && minor >= 25));
  return { file, version, enough };
}

/** @typedef {{ file: string, version: string, enough: boolean }} TemporalBinary */

/**
 * Asks a binary what it is. Servers before 1.27 lack messages the workflows use, so they count as not enough.
 * @param {string} file
 * @returns {TemporalBinary | undefined} undefined when it is not Temporal's command line at all
 */
export function inspectTemporal(file) {
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const found = /temporal version (\S+) \(Server (\d+)\.(\d+)\.(\d+)/.exec(answer.stdout || '');
  if (answer.status !== 0 || found === null) return undefined;
  const [, cli, major, minor, patch] = found;
  const enough = Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 27);
  return { file, version: `${cli}, Server ${major}.${minor}.${patch}`, enough };
}

/** @returns {string[]} the places a person's own Temporal may be */
export function temporalPlaces() {
  const own = [findOnPath('temporal'), join(homedir(), 'go', 'bin', 'temporal')];
  return own.filter((file) => file !== undefined && isExecutable(file)).map(String);
}

/** @returns {string} where a fetched or built Temporal is kept */
export function cachedTemporal() {
  return join(cacheFolder(), 'bin', 'temporal');
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // A zombie has already ended; it only waits for its parent to read its exit code.
  return procStat(pid)[0] !== 'Z';
}

/**
 * Tells a process from a later one that was given the same number.
 * @param {number} pid
 * @returns {string} empty where the system does not say
 */
export function startMark(pid) {
  return procStat(pid)[19] || '';
}

/**
 * @param {number} pid
 * @returns {number | undefined} its parent, where the system tells
 */
export function parentOf(pid) {
  const field = procStat(pid)[1];
  return field === undefined ? undefined : Number(field);
}

/**
 * @param {number} pid
 * @returns {string[]} the fields of /proc/pid/stat after the command's name
 */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
