import type { Command } from 'commander';
import type { Client } from '../client.ts';
import { readJson } from '../files.ts';
import { UsageError } from '../settings.ts';
import { definitionByKey } from './definitions.ts';

export interface StartOptions {
  readonly definition: string;
  readonly version?: string;
  readonly root: string;
  readonly rehearsal?: boolean;
  readonly startAt?: string;
  readonly title?: string;
  readonly parameter: readonly string[];
  readonly directive?: string;
  readonly override?: string;
  readonly idempotencyKey?: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** What a preview and a start both say. */
export const withStartOptions = (command: Command): Command =>
  command
    .requiredOption('--definition <key>', 'khoá hoặc mã bản vẽ / key or id of the definition')
    .option('--version <n>', 'phiên bản đã ban hành; mặc định mới nhất / published version; default newest')
    .requiredOption('--root <unit>', 'đơn vị ban hành / unit that starts it')
    .option('--start-at <instant>', 'thời điểm bắt đầu diễn tập, ISO 8601 / start of a rehearsal')
    .option('--parameter <key=value>', 'tham số; lặp lại được / repeatable', collect, [])
    .option('--directive <file.json>', 'văn bản chỉ đạo / the letter')
    .option(
      '--override <reason>',
      'vẫn bắt đầu dù có nơi quá ít ngày; ghi lý do / start although too few days',
    );

/** The body of both calls. */
export async function planned(client: Client, options: StartOptions): Promise<Record<string, unknown>> {
  const definition = await definitionByKey(client, options.definition);
  if (definition === null) {
    throw new UsageError(
      `Không có bản vẽ ${options.definition} / no such definition: cascade definitions list`,
    );
  }
  return {
    definitionId: definition.id,
    ...(options.version === undefined ? {} : { version: Number(options.version) }),
    rootUnitId: options.root,
    ...(options.startAt === undefined ? {} : { startAt: instant(options.startAt) }),
    parameters: Object.fromEntries(options.parameter.map(parameterOf)),
    ...(options.directive === undefined ? {} : { directive: readJson(options.directive) }),
    ...(options.override === undefined ? {} : { override: { reason: options.override } }),
  };
}

/** Without an offset an instant is meant in Vietnam. */
export function instant(text: string): string {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text)
    ? text
    : `${text.length === 10 ? `${text}T00:00` : text}+07:00`;
  const at = Date.parse(zoned);
  if (!Number.isFinite(at)) {
    throw new UsageError(`${text}: viết 2024-11-20T08:00 / write 2024-11-20T08:00 (Asia/Ho_Chi_Minh)`);
  }
  return new Date(at).toISOString();
}

function parameterOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--parameter ${text}: viết khoá=giá trị / write key=value`);
  return [text.slice(0, at), text.slice(at + 1)];
}
