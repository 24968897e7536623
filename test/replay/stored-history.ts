// The package is CommonJS whose names Node cannot see beforehand.
import proto, { type temporal } from '@temporalio/proto';

/**
 * Histories as JSON text. Not `historyToJSON` of the SDK: it fails where npm has put several copies of
 * protobufjs side by side, as it does for us because @grpc/proto-loader wants an older one.
 */
const { History } = proto.temporal.api.history.v1;
type History = temporal.api.history.v1.IHistory;

/** Who polled is of no use for replay, and names a machine. */
const MACHINE = new Set(['identity', 'normalName', 'workerInstanceKey', 'binaryChecksum']);

export function writeHistory(history: History): string {
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  const scrub = (key: string, value: unknown): unknown => (MACHINE.has(key) ? undefined : value);
  return `${JSON.stringify(plain, (key, value: unknown) => (isStickyQueue(key, value) ? { name: 'sticky' } : scrub(key, value)), 1)}\n`;
}

export function readHistory(text: string): History {
  // Text that writeHistory made.
  return History.fromObject(JSON.parse(text) as Record<string, unknown>);
}

function isStickyQueue(key: string, value: unknown): boolean {
  return (
    key === 'taskQueue' &&
    typeof value === 'object' &&
    value !== null &&
    'normalName' in value &&
    value.normalName !== ''
  );
}
