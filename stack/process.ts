import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from './guard.ts';
import { lastLines, rotate, sizeOf } from './log-file.ts';
import { type Say, StackError } from './messages.ts';
import { ROOT } from './tools.mjs';

/** What {@link ProcessSpec.ready} may look at. */
export interface ReadyProbe {
  readonly logFile: string;
  /** Where this start's lines begin in the log. */
  readonly logFrom: number;
}

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Place in the order of stopping, lowest first. */
  readonly order: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopTimeoutMs: number;
  readonly readyTimeoutMs: number;
  /** Opens a channel whose closing tells the child that this process is gone. */
  readonly channel: boolean;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** Mends what an earlier, killed process may have left; runs before every start. */
  readonly prepare: () => Promise<void>;
  /** One look whether the process serves; asked again until it does. */
  readonly ready: (probe: ReadyProbe) => Promise<boolean>;
}

/** One running part of the stack, as its users (tests of faults among them) handle it. */
export interface Part {
  readonly name: string;
  /** Undefined while it is down or when somebody else runs it. */
  readonly pid: number | undefined;
  readonly logFile: string | undefined;
  /** Kills it as a power cut would; it stays down until {@link Part.restart}. */
  kill9(): Promise<void>;
  /** Stops it if it runs, starts it and waits until it serves. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  waitReady(): Promise<void>;
}

interface Surroundings {
  readonly guard: Guard;
  readonly say: Say;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** A process that ran this long before it crashed is restarted as eagerly as at first. */
const STEADY_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** A child process that is started again when it crashes, writes to a log and never outlives its parent. */
export class SupervisedProcess implements Part {
  readonly #spec: ProcessSpec;
  readonly #around: Surroundings;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #wanted = false;
  #everReady = false;
  #startedAt = 0;
  #logFrom = 0;
  #delay = FIRST_DELAY_MS;

  constructor(spec: ProcessSpec, around: Surroundings) {
    this.#spec = spec;
    this.#around = around;
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get logFile(): string {
    return this.#spec.logFile;
  }

  async start(): Promise<void> {
    this.#wanted = true;
    await this.#launch();
    await this.waitReady();
    this.#everReady = true;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    this.#everReady = false;
    const child = this.#child;
    if (child?.pid === undefined) return;
    child.kill(this.#spec.stopSignal);
    const overdue = new AbortController();
    const patience = sleep(this.#spec.stopTimeoutMs, 'late', { signal: overdue.signal }).catch(() => 'done');
    if ((await Promise.race([this.#ended, patience])) === 'late') this.#killGroup(child.pid);
    overdue.abort();
    await this.#ended;
  }

  async kill9(): Promise<void> {
    this.#wanted = false;
    this.#everReady = false;
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  async waitReady(): Promise<void> {
    const deadline = Date.now() + this.#spec.readyTimeoutMs;
    while (Date.now() < deadline) {
      // During a crash's back-off there is no child, and that is no reason to give up on one that served before.
      if (this.#child === undefined && !this.#everReady) throw await this.#failure('đã dừng', 'ended');
      const probe = { logFile: this.#spec.logFile, logFrom: this.#logFrom };
      if (this.#child !== undefined && (await this.#spec.ready(probe))) return;
      await sleep(LOOK_EVERY_MS);
    }
    const seconds = Math.round(this.#spec.readyTimeoutMs / 1000);
    throw await this.#failure(`chưa sẵn sàng sau ${seconds} giây`, `was not ready after ${seconds} seconds`);
  }

  async #failure(vi: string, en: string): Promise<StackError> {
    const { name, logFile } = this.#spec;
    const tail = await lastLines(logFile, this.#logFrom);
    return new StackError(
      `${name} ${vi} (nhật ký: ${logFile}).`,
      `${name} ${en} (log: ${logFile}):\n${tail}`,
    );
  }

  async #launch(): Promise<void> {
    const spec = this.#spec;
    await spec.prepare();
    rotate(spec.logFile);
    this.#logFrom = sizeOf(spec.logFile);
    this.#startedAt = Date.now();
    if (this.#around.guard.closed) throw new StackError('Đã dừng.', 'The stack has been stopped.');
    const log = openSync(spec.logFile, 'a');
    // A group of its own: the terminal's Ctrl+C must reach this process alone, which stops the parts in order.
    const child = spawn(spec.command, spec.args, {
      cwd: spec.user === undefined ? ROOT : '/',
      env: spec.env,
      detached: true,
      stdio: spec.channel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...spec.user,
    });
    closeSync(log);
    this.#child = child;
    this.#ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }).then(() => this.#onEnd(child));
    if (child.pid === undefined) return;
    const { order, stopSignal: signal, stopTimeoutMs: timeoutMs } = spec;
    this.#around.guard.add({ pid: child.pid, order, signal, timeoutMs });
  }

  #onEnd(child: ChildProcess): void {
    if (child.pid !== undefined) this.#around.guard.remove(child.pid);
    this.#child = undefined;
    if (this.#wanted && this.#everReady && !this.#around.guard.closed) void this.#revive(child);
  }

  async #revive(child: ChildProcess): Promise<void> {
    const { name, logFile } = this.#spec;
    const how = child.signalCode ?? `exit ${child.exitCode}`;
    if (Date.now() - this.#startedAt > STEADY_MS) this.#delay = FIRST_DELAY_MS;
    const tail = await lastLines(logFile, this.#logFrom, 5);
    this.#around.say(
      `!!! ${name} đã dừng đột ngột (${how}), khởi động lại sau ${this.#delay} ms; nhật ký: ${logFile}`,
      `${name} stopped unexpectedly (${how}), starting again in ${this.#delay} ms; log: ${logFile}\n${tail}`,
    );
    await sleep(this.#delay);
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
    if (!this.#wanted || this.#child !== undefined) return;
    try {
      await this.#launch();
    } catch (error) {
      this.#around.say(`!!! ${name}: ${String(error)}`, 'not started again / stop and start the stack');
    }
  }

  #killGroup(pid: number): void {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The group ended by itself in the meantime.
    }
  }
}

/** A part that somebody else runs: it can be waited for, but not be killed or restarted from here. */
export function externalPart(name: string, waitReady: () => Promise<void>): Part {
  const refuse = () =>
    Promise.reject(
      new StackError(`${name} không do Cascade khởi động.`, `${name} was not started by Cascade.`),
    );
  return {
    name,
    pid: undefined,
    logFile: undefined,
    kill9: refuse,
    restart: refuse,
    stop: () => Promise.resolve(),
    waitReady,
  };
}
