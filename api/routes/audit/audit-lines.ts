import type { listAudit } from '#acts';
import { AUDIT_WORDS } from '#model';
import { localMoment } from '../../http/local-moment.ts';
import { csvLine } from '../../http/csv.ts';

type Entry = Extract<Awaited<ReturnType<typeof listAudit>>, { ok: true }>['value']['items'][number];

const HEAD = [
  'Số',
  'Lúc',
  'Người làm',
  'Thay cho',
  'Đơn vị của người làm',
  'Việc',
  'Đơn vị liên quan',
  'Chiến dịch',
  'Đối tượng',
  'Trước',
  'Sau',
  'Mã băm',
];

/** The trail as lines of a table, in the words of the page. */
export async function* auditLines(entries: AsyncIterable<Entry>): AsyncIterable<string> {
  yield csvLine(HEAD);
  for await (const entry of entries) {
    yield csvLine([
      entry.id,
      localMoment(entry.at),
      entry.actorName ?? entry.actor,
      entry.onBehalfOf === null ? null : (entry.onBehalfOfName ?? entry.onBehalfOf),
      entry.actorUnitName,
      AUDIT_WORDS[entry.act]?.vi ?? entry.act,
      entry.unitName,
      entry.campaignTitle,
      entry.subject,
      json(entry.before),
      json(entry.after),
      entry.hash,
    ]);
  }
}

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
