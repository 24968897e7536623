import type { Sentences } from './sentence.ts';

/** Problems of `engine/numbers` and `engine/report`: what a unit sends against its form. */
export const REPORT_SENTENCES = {
  'report.notANumber': {
    vi: '“{value}” không phải là số. Hãy nhập theo cách viết Việt Nam, ví dụ 1.234,5.',
    en: '“{value}” is not a number. Write it the Vietnamese way, for example 1.234,5.',
  },
  'report.numberNotVietnamese': {
    vi: '“{value}” không đúng cách viết số Việt Nam (dấu chấm ngăn từng nhóm ba chữ số, dấu phẩy là phần thập phân). Có phải ý là {meant}?',
    en: '“{value}” is not a Vietnamese number (a dot groups by three digits, a comma is the decimal mark). Did you mean {meant}?',
  },
  'report.numberNotExact': {
    vi: 'Số {value} quá lớn để gửi dưới dạng số JSON mà vẫn chính xác. Hãy gửi dưới dạng chữ.',
    en: 'The number {value} is too large to be exact as a JSON number. Send it as text.',
  },
  'report.numberTooLong': {
    vi: 'Số có quá {digits} chữ số ở phần nguyên.',
    en: 'The number has more than {digits} digits before the decimal mark.',
  },
  'report.tooManyDecimals': {
    vi: '“{value}” có nhiều chữ số thập phân hơn mức cho phép ({decimals}).',
    en: '“{value}” has more decimal digits than allowed ({decimals}).',
  },
  'report.negativeCount': {
    vi: '“{value}”: số lượng không được âm.',
    en: '“{value}”: a count cannot be negative.',
  },
  'report.negativeDenominator': {
    vi: 'Mẫu số không được âm.',
    en: 'The denominator cannot be negative.',
  },
  'report.zeroDenominator': {
    vi: 'Mẫu số bằng 0 trong khi tử số khác 0. Hãy kiểm tra lại hai số này.',
    en: 'The denominator is 0 while the numerator is not. Check both figures.',
  },
  'report.wrongType': {
    vi: 'Chỉ tiêu “{label}”: giá trị không đúng kiểu ({expected}).',
    en: 'Indicator “{label}”: the value is not of the right type ({expected}).',
  },
  'report.indicatorRequired': {
    vi: 'Chưa nhập chỉ tiêu bắt buộc “{label}”. Nếu không phát sinh, hãy gửi báo cáo không phát sinh.',
    en: 'The required indicator “{label}” is empty. If there is nothing to report, send a nil report.',
  },
  'report.indicatorUnknown': {
    vi: 'Biểu mẫu “{form}” không có chỉ tiêu “{key}”.',
    en: 'The form “{form}” has no indicator “{key}”.',
  },
  'report.sectionUnknown': {
    vi: 'Biểu mẫu “{form}” không có mục “{key}”.',
    en: 'The form “{form}” has no section “{key}”.',
  },
  'report.sectionRequired': {
    vi: 'Chưa viết mục bắt buộc “{title}”.',
    en: 'The required section “{title}” is empty.',
  },
  'report.nilNotAllowed': {
    vi: 'Biểu mẫu “{form}” không cho phép báo cáo không phát sinh.',
    en: 'The form “{form}” does not allow a nil report.',
  },
  'report.nilWithValues': {
    vi: 'Báo cáo không phát sinh không được kèm số liệu (chỉ tiêu “{key}”). Hãy bỏ số liệu hoặc gửi báo cáo thường.',
    en: 'A nil report cannot carry figures (indicator “{key}”). Remove them or send an ordinary report.',
  },
  'report.attachmentUnknown': {
    vi: 'Không tìm thấy tệp đính kèm {id} trong các tệp đã tải lên cho nhiệm vụ này.',
    en: 'Attachment {id} is not among the files uploaded for this obligation.',
  },
  'report.attachmentTwice': {
    vi: 'Tệp đính kèm {id} được nêu hai lần.',
    en: 'Attachment {id} is named twice.',
  },
  'report.attachmentKindUnknown': {
    vi: 'Biểu mẫu không có loại tệp đính kèm “{kind}”.',
    en: 'The form has no attachment of kind “{kind}”.',
  },
  'report.attachmentExtension': {
    vi: '“{label}”: không nhận tệp .{extension}; chỉ nhận {allowed}.',
    en: '“{label}”: a .{extension} file is not accepted; allowed: {allowed}.',
  },
  'report.attachmentMissing': {
    vi: '“{label}”: cần ít nhất {min} tệp, mới có {count}.',
    en: '“{label}”: at least {min} file(s) are required, {count} given.',
  },
  'report.attachmentTooMany': {
    vi: '“{label}”: nhiều nhất {max} tệp, đang có {count}.',
    en: '“{label}”: at most {max} file(s) are allowed, {count} given.',
  },
} satisfies Sentences;
