import type { boardUnits } from '#acts';
import { lastMomentOnTime } from '#engine/civil';
import { capital, STATUS_WORDS, TIMELINESS_WORDS, titlesIn } from '#model';
import { csvLine } from '../../http/csv.ts';
import { localMoment } from '../../http/local-moment.ts';

type Unit = Extract<Awaited<ReturnType<typeof boardUnits>>, { ok: true }>['value']['items'][number];

const STATUS: Readonly<Record<string, string>> = titlesIn(STATUS_WORDS, 'vi');
const LATE = TIMELINESS_WORDS.late.vi;
const HEAD = [
  'Đơn vị',
  'Nhận văn bản từ',
  'Trạng thái',
  'Hạn',
  'Nhận báo cáo lúc',
  capital(LATE),
  'Lý do trả lại',
];

/** The units behind a figure as lines of a table. */
export async function* boardLines(units: AsyncIterable<Unit>): AsyncIterable<string> {
  yield csvLine(HEAD);
  for await (const unit of units) {
    yield csvLine([
      unit.unitName,
      unit.fromName,
      STATUS[unit.status ?? 'planned'] ?? unit.status,
      unit.dueAt === null ? null : localMoment(lastMomentOnTime(unit.dueAt)),
      unit.receivedAt === null ? null : localMoment(unit.receivedAt),
      unit.late ? LATE : null,
      unit.returnReason,
    ]);
  }
}
