import type { listIncoming, listOutgoing } from '#acts';
import { civilDateOf, formatDate, shownCode } from '#engine';
import { recipientLines } from '#engine/letter-recipients';
import { shortDate } from '#engine/letter-wording';
import type { Directive } from '#model';
import { csvLine } from '../../http/csv.ts';
import { bothNames } from '../both-names.ts';
import { localMoment } from '../../http/local-moment.ts';

type Incoming = Extract<Awaited<ReturnType<typeof listIncoming>>, { ok: true }>['value']['items'][number];
type Outgoing = Extract<Awaited<ReturnType<typeof listOutgoing>>, { ok: true }>['value']['items'][number];

const MODE = { live: null, rehearsal: 'diễn tập' } as const;
const codeOf = ({ codeNumber, codeNotation, system }: Directive): string =>
  shownCode({ codeNumber, codeNotation }, system);
const titleOf = ({ documentType, subject }: Directive): string => `${documentType}: ${subject}`;
const dated = ({ issuedDate }: Directive): string | null =>
  issuedDate === null ? null : shortDate(issuedDate);

/** The columns of appendix IV, then what this register keeps beyond them. */
const INCOMING = [
  'Ngày đến',
  'Số đến',
  'Tác giả',
  'Số, ký hiệu',
  'Ngày văn bản',
  'Tên loại và trích yếu',
  'Đơn vị hoặc người nhận',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
  'Người phối hợp',
  'Ý kiến giải quyết',
  'Hạn giải quyết',
  'Văn bản triển khai',
  'Năm',
  'Người vào sổ',
];

export async function* incomingLines(rows: AsyncIterable<Incoming>): AsyncIterable<string> {
  yield csvLine(INCOMING);
  for await (const row of rows) {
    yield csvLine([
      formatDate(civilDateOf(row.arrivedAt)),
      row.arrivalNumber,
      row.document.issuingBody,
      codeOf(row.document),
      dated(row.document),
      titleOf(row.document),
      row.leadName,
      row.decidedAt === null ? null : localMoment(row.decidedAt),
      null,
      MODE[row.mode],
      row.coordinators.map(({ name }) => name).join('; '),
      row.opinion,
      row.dueOn === null ? null : formatDate(row.dueOn),
      row.answerCode,
      row.year,
      bothNames(row.registeredByName, row.onBehalfOfName),
    ]);
  }
}

const OUTGOING = [
  'Số, ký hiệu',
  'Ngày văn bản',
  'Tên loại và trích yếu',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
  'Năm',
  'Người phát hành',
];

export async function* outgoingLines(rows: AsyncIterable<Outgoing>): AsyncIterable<string> {
  yield csvLine(OUTGOING);
  for await (const row of rows) {
    const { recipients, signature } = row.document;
    yield csvLine([
      codeOf(row.document),
      dated(row.document),
      titleOf(row.document),
      signature?.name ?? null,
      recipientLines(recipients.filter(({ purpose }) => purpose !== 'archive'))
        .map(({ text }) => text.replace(/^- |[;.]$/g, ''))
        .join('; '),
      recipients
        .filter(({ purpose }) => purpose === 'archive')
        .map(({ name }) => name)
        .join('; '),
      row.sentTo,
      row.issuedAt === null ? null : localMoment(row.issuedAt),
      null,
      MODE[row.mode],
      row.year,
      row.issuedAt === null ? null : bothNames(row.issuedByName, row.issuedForName),
    ]);
  }
}
