import type { boardUnits } from '#acts';
import { csvLine } from '../../http/csv.ts';
import { localMoment } from '../../http/local-moment.ts';

type Unit = Extract<Awaited<ReturnType<typeof boardUnits>>, { ok: true }>['value']['items'][number];

const HEAD = ['Đơn vị', 'Nhận văn bản từ', 'Trạng thái', 'Hạn', 'Nhận báo cáo lúc', 'Muộn', 'Lý do trả lại'];
const STATUS: Readonly<Record<string, string>> = {
  dormant: 'Chưa phát sinh',
  open: 'Chưa tiếp nhận',
  acknowledged: 'Đã tiếp nhận',
  submitted: 'Chờ duyệt',
  returned: 'Bị trả lại',
  accepted: 'Đã duyệt',
  cancelled: 'Đã hủy',
};

/** The deadline as its last moment on time, as pages show it. */
const lastOnTime = (dueAt: string): string => localMoment(new Date(Date.parse(dueAt) - 1).toISOString());

/** The units behind a figure as lines of a table. */
export async function* boardLines(units: AsyncIterable<Unit>): AsyncIterable<string> {
  yield csvLine(HEAD);
  for await (const unit of units) {
    yield csvLine([
      unit.unitName,
      unit.fromName,
      unit.status === null ? 'Chưa chuyển đến' : (STATUS[unit.status] ?? unit.status),
      unit.dueAt === null ? null : lastOnTime(unit.dueAt),
      unit.receivedAt === null ? null : localMoment(unit.receivedAt),
      unit.late ? 'muộn' : null,
      unit.returnReason,
    ]);
  }
}
