import type { Sentences } from './sentence.ts';

/** What acts of every area may answer, and the acts on definitions and calendars. */
export const API_SENTENCES: Sentences = {
  'api.forbidden': {
    vi: 'Thiếu quyền “{scope}” cho thao tác này. Hỏi người quản trị của đơn vị.',
    en: 'This act needs the right “{scope}”. Ask your unit’s administrator.',
  },
  'api.badCursor': {
    vi: 'Con trỏ trang không đúng; bắt đầu lại từ trang đầu.',
    en: 'The page cursor is wrong; start again from the first page.',
  },
  'api.idempotencyMismatch': {
    vi: 'Mã Idempotency-Key “{key}” đã dùng cho một yêu cầu khác; dùng mã mới.',
    en: 'The Idempotency-Key “{key}” was used for another request; use a new one.',
  },
  'api.inProgress': {
    vi: 'Yêu cầu cùng mã Idempotency-Key “{key}” đang được xử lý; gửi lại sau giây lát.',
    en: 'The request with the Idempotency-Key “{key}” is still under way; send it again in a moment.',
  },
  'definition.notFound': {
    vi: 'Không tìm thấy quy trình {id}, hoặc không thuộc phạm vi được xem.',
    en: 'There is no definition {id}, or it lies outside your scope.',
  },
  'definition.versionNotFound': {
    vi: 'Quy trình này không có phiên bản {version}.',
    en: 'This definition has no version {version}.',
  },
  'definition.notYours': {
    vi: 'Quy trình này chỉ xem được, không sửa được (mẫu có sẵn, hoặc của đơn vị khác). Hãy sao chép thành quy trình của mình.',
    en: 'You may read this definition but not change it (a shipped template, or another unit’s). Copy it into one of your own.',
  },
  'definition.templateWithoutOwner': {
    vi: 'Mẫu phải thuộc về một đơn vị: gửi kèm ownerUnitId.',
    en: 'A template belongs to a unit: name it in ownerUnitId.',
  },
  'definition.conflict': {
    vi: 'Bản nháp đã được lưu bởi người khác từ lúc mở trang (bản {expected}, nay là bản {actual}). Tải lại rồi sửa tiếp.',
    en: 'Somebody has saved the draft since you opened it (revision {expected}, now {actual}). Reload it and go on.',
  },
  'definition.keyTaken': {
    vi: 'Khoá “{key}” đã thuộc về một quy trình khác. Chọn khoá khác.',
    en: 'The key “{key}” belongs to another definition. Choose another one.',
  },
  'calendar.notFound': {
    vi: 'Không có lịch làm việc “{id}”.',
    en: 'There is no working calendar “{id}”.',
  },
  'calendar.conflict': {
    vi: 'Lịch đã có phiên bản mới hơn (đang sửa bản {expected}, nay là bản {actual}). Tải lại rồi sửa tiếp.',
    en: 'The calendar has a newer version (you edited {expected}, now {actual}). Reload it and go on.',
  },
  'calendar.malformed': {
    vi: 'Lịch không đúng định dạng ở vị trí đã nêu: {reason}.',
    en: 'The calendar does not follow the format at the place named: {reason}.',
  },
  'calendar.reasonNeeded': {
    vi: 'Ghi lý do thay đổi lịch: hạn của các chiến dịch đang chạy sẽ được tính lại và lưu vết.',
    en: 'Give the reason of the change: deadlines of running campaigns are worked out anew and this is kept on record.',
  },
  'calendar.yearsReversed': {
    vi: 'Năm cuối của lịch đứng trước năm đầu.',
    en: 'The last year of the calendar lies before its first.',
  },
  'calendar.repeatedDay': {
    vi: 'Ngày {date} xuất hiện nhiều lần trong lịch. Chỉ giữ một lần.',
    en: 'The day {date} appears more than once in the calendar. Keep one of them.',
  },
  'calendar.notYours': {
    vi: 'Chỉ được đổi ngày riêng của đơn vị mình trong lịch “{id}”, không được đổi lịch chung.',
    en: 'In the calendar “{id}” you may change the days of your own units only, not the days of all.',
  },
};
