import type { Sentences } from './sentence.ts';

/** Units and their import; every problem of a file names its line, its column and the remedy. */
export const ORGANISATION_SENTENCES: Sentences = {
  'organisation.notFound': {
    vi: 'Không tìm thấy đơn vị “{id}”, hoặc đơn vị không thuộc phạm vi được xem. Tra mã đơn vị trong danh mục.',
    en: 'There is no unit “{id}”, or it lies outside your scope. Look its id up in the directory.',
  },
  'organisation.impossibleDay': {
    vi: '“{value}” không phải là một ngày có thật. Viết dạng năm-tháng-ngày, ví dụ 2024-12-08.',
    en: '“{value}” is no date that exists. Write year-month-day, e.g. 2024-12-08.',
  },
  'organisation.csvMalformed': {
    vi: 'Dòng {line}: tệp CSV sai cấu trúc ({reason}). Kiểm tra dấu ngoặc kép và số cột của dòng này.',
    en: 'Line {line}: the CSV is malformed ({reason}). Check the quotation marks and the number of columns of this line.',
  },
  'organisation.csvEmpty': {
    vi: 'Tệp không có dòng dữ liệu nào. Dòng đầu là tên cột, mỗi dòng sau là một đơn vị.',
    en: 'The file has no data. Its first line names the columns, every further line is one unit.',
  },
  'organisation.csvTooLong': {
    vi: 'Tệp có {lines} dòng, tối đa {most}. Hãy chia thành nhiều tệp.',
    en: 'The file has {lines} lines, at most {most} are read. Split it into several files.',
  },
  'organisation.unknownColumn': {
    vi: 'Dòng 1: không có cột “{column}”. Các cột được nhận: {columns}.',
    en: 'Line 1: there is no column “{column}”. Columns that are read: {columns}.',
  },
  'organisation.repeatedColumn': {
    vi: 'Dòng 1: cột “{column}” xuất hiện nhiều lần. Chỉ giữ một cột.',
    en: 'Line 1: the column “{column}” appears more than once. Keep one of them.',
  },
  'organisation.missingColumn': {
    vi: 'Dòng 1: thiếu cột bắt buộc “{column}”.',
    en: 'Line 1: the column “{column}” is needed and missing.',
  },
  'organisation.badValue': {
    vi: 'Dòng {line}, cột {column}: giá trị “{value}” để trống, quá dài hoặc có ký tự không được nhận.',
    en: 'Line {line}, column {column}: the value “{value}” is empty, too long or holds characters that are not taken.',
  },
  'organisation.badAttributes': {
    vi: 'Dòng {line}: cột attributes phải là một đối tượng JSON, ví dụ (cặp ngoặc nhọn) "has-kitchen": true; không phải “{value}”.',
    en: 'Line {line}: attributes must be one JSON object, e.g. (in braces) "has-kitchen": true; not “{value}”.',
  },
  'organisation.impossibleDate': {
    vi: 'Dòng {line}, cột {column}: “{value}” không phải là ngày có thật. Viết 2024-12-08 hoặc 08/12/2024.',
    en: 'Line {line}, column {column}: “{value}” is no date that exists. Write 2024-12-08 or 08/12/2024.',
  },
  'organisation.datesReversed': {
    vi: 'Dòng {line}: ngày hết hiệu lực (validTo) đứng trước ngày bắt đầu (validFrom). Đổi lại cho đúng.',
    en: 'Line {line}: validTo lies before validFrom. Put them right.',
  },
  'organisation.nameFromFuture': {
    vi: 'Dòng {line}: tên mới chỉ có từ {value}, chưa đến ngày đó. Hãy nhập tệp vào ngày đổi tên hoặc sau đó.',
    en: 'Line {line}: the new name begins on {value}, which has not come yet. Import the file on that day or later.',
  },
  'organisation.idNeeded': {
    vi: 'Dòng {line}: đơn vị không có mã (code) thì phải có id.',
    en: 'Line {line}: a unit without a code needs an id.',
  },
  'organisation.ambiguousUnit': {
    vi: 'Dòng {line}: nhiều đơn vị cùng có mã “{code}”. Ghi rõ cột id.',
    en: 'Line {line}: several units have the code “{code}”. Give the column id.',
  },
  'organisation.repeatedUnit': {
    vi: 'Dòng {line}: đơn vị {id} đã có ở dòng {other}. Chỉ giữ một dòng.',
    en: 'Line {line}: the unit {id} stands already in line {other}. Keep one of them.',
  },
  'organisation.doubledCode': {
    vi: 'Dòng {line}: mã “{code}” của cấp {kind} đã thuộc về đơn vị {other} trong cùng thời gian. Sửa mã hoặc ghi ngày hiệu lực.',
    en: 'Line {line}: the code “{code}” of kind {kind} belongs to the unit {other} at the same time. Correct the code or give dates of validity.',
  },
  'organisation.unknownParent': {
    vi: 'Dòng {line}: không tìm thấy đơn vị cấp trên “{parent}” trong tệp hoặc trong danh mục (cùng hệ thống, cùng thời gian hiệu lực). Thêm đơn vị đó hoặc sửa mã.',
    en: 'Line {line}: the unit above, “{parent}”, is neither in the file nor in the directory (same chain, valid at the same time). Add it or correct the code.',
  },
  'organisation.ambiguousParent': {
    vi: 'Dòng {line}: nhiều đơn vị cùng có mã cấp trên “{parent}”. Dùng cột parentId thay cho parentCode.',
    en: 'Line {line}: several units have the code “{parent}”. Use the column parentId instead of parentCode.',
  },
  'organisation.parentOfOtherChain': {
    vi: 'Dòng {line}: đơn vị cấp trên {parent} thuộc hệ thống khác ({chain}). Mỗi hệ thống là một cây riêng; chọn cấp trên cùng hệ thống hoặc để trống.',
    en: 'Line {line}: the unit above, {parent}, belongs to another chain ({chain}). Every chain is a tree of its own; choose a unit of the same chain or leave it empty.',
  },
  'organisation.circle': {
    vi: 'Dòng {line}: {id} nằm dưới {parent} mà {parent} lại nằm dưới {id}. Sửa cấp trên của một trong hai đơn vị.',
    en: 'Line {line}: {id} is below {parent}, which is below {id}. Correct the unit above one of them.',
  },
  'organisation.parentNotValid': {
    vi: 'Dòng {line}: đơn vị cấp trên {parent} không có hiệu lực cùng thời gian. Sửa ngày hiệu lực hoặc chọn cấp trên khác.',
    en: 'Line {line}: the unit above, {parent}, is never valid at the same time. Correct the dates or choose another one.',
  },
  'organisation.outlivesParent': {
    vi: 'Dòng {line}: {id} còn hiệu lực sau khi cấp trên {parent} hết hiệu lực ngày {validTo}. Chuyển {id} sang cấp trên khác hoặc ghi ngày hết hiệu lực.',
    en: 'Line {line}: {id} goes on after the unit above, {parent}, ends on {validTo}. Move {id} or close it as well.',
  },
  'organisation.outsideScope': {
    vi: 'Đơn vị {id} không thuộc phạm vi quản lý nên không được thay đổi. Bỏ dòng đó khỏi tệp.',
    en: 'The unit {id} lies outside your scope and is not yours to change. Take its line out of the file.',
  },
  'organisation.previewConflict': {
    vi: 'Tệp hoặc danh mục đơn vị đã khác so với lúc xem trước. Xem trước lại rồi mới áp dụng.',
    en: 'The file or the directory of units is no longer what was previewed. Preview again, then apply.',
  },
};
