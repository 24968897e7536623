import type { Sentences } from './sentence.ts';

export const DIRECTIVE_SENTENCES: Sentences = {
  'directive.schema': {
    vi: 'Thông tin văn bản sai cấu trúc tại “{place}”: {detailVi}.',
    en: 'The letter is malformed at “{place}”: {detailEn}.',
  },
  'directive.codeMalformed': {
    vi: 'Số, ký hiệu “{value}” không đúng thể thức. Ví dụ đúng: {example}.',
    en: 'The document code “{value}” is not well formed. A correct example: {example}.',
  },
  'directive.codeOfOtherSystem': {
    vi: 'Số, ký hiệu “{value}” viết theo thể thức của hệ thống khác (Nhà nước dùng dấu gạch chéo sau số, Đảng dùng dấu gạch nối). Hãy chọn đúng hệ thống hoặc viết như: {example}.',
    en: 'The document code “{value}” follows the grammar of another system (State: slash after the number, Party: hyphen). Choose the right system or write it like {example}.',
  },
  'directive.notationTooLong': {
    vi: 'Ký hiệu trong “{value}” dài {length} ký tự, tối đa 30. Hãy rút gọn.',
    en: 'The notation in “{value}” has {length} characters, at most 30 are allowed. Shorten it.',
  },
  'directive.notationMalformed': {
    vi: 'Ký hiệu văn bản “{value}” không đúng thể thức của hệ thống đã chọn. Ví dụ: UBND-KT, CV/TU.',
    en: 'The notation “{value}” does not follow the grammar of the chosen system. Examples: UBND-KT, CV/TU.',
  },
  'directive.numberWithoutDate': {
    vi: 'Văn bản đã có số {number} nhưng chưa có ngày ban hành. Hãy ghi ngày.',
    en: 'The document has the number {number} but no date of issue. Enter the date.',
  },
  'directive.unsigned': {
    vi: 'Văn bản chưa có phần ký.',
    en: 'The document has no signature block.',
  },
  'directive.archiveMissing': {
    vi: 'Nơi nhận chưa có mục “Lưu”.',
    en: 'The recipients have no archive entry (“Lưu”).',
  },
  'directive.addresseesNotForAction': {
    vi: 'Nơi nhận “{name}” là chính các đơn vị ở Kính gửi nên mục đích phải là để thực hiện.',
    en: 'The recipients “{name}” are the addressees themselves, so their purpose must be “for action”.',
  },
  'directive.basisAfterIssue': {
    vi: 'Căn cứ {code} ngày {date} lại sau ngày ban hành văn bản ({issued}). Hãy kiểm tra hai ngày.',
    en: 'The legal basis {code} of {date} is later than the document itself ({issued}). Check both dates.',
  },
  'directive.addresseeUnknown': {
    vi: 'Kính gửi “{text}” trỏ tới nhóm “{node}” không có trong sơ đồ.',
    en: 'The addressee “{text}” points to the group “{node}”, which is not in the drawing.',
  },
  'directive.groupNotAddressed': {
    vi: 'Nhóm “{level}” có trong sơ đồ nhưng không có ở phần Kính gửi của văn bản.',
    en: 'The group “{level}” is in the drawing but not among the addressees of the document.',
  },
  'directive.issuedAfterStart': {
    vi: 'Văn bản ban hành {issued}, sau ngày bắt đầu {start}.',
    en: 'The document is issued on {issued}, after the start on {start}.',
  },
};
