import type { Sentences } from './sentence.ts';

/** Files brought into the designer: refusals, and what was left out. */
export const EXCHANGE_SENTENCES: Sentences = {
  'exchange.tooLarge': {
    vi: 'Tệp lớn hơn {most} MB nên không phải là bản vẽ.',
    en: 'The file is larger than {most} MB, so it is no drawing.',
  },
  'exchange.unreadable': {
    vi: 'Không đọc được “{file}”. Hãy chọn lại tệp.',
    en: '“{file}” cannot be read. Choose the file again.',
  },
  'exchange.empty': { vi: '“{file}” là tệp trống.', en: '“{file}” is empty.' },
  'exchange.otherKind': {
    vi: '“{file}” là tệp {kind}. Hãy chọn tệp bản vẽ (.json) hoặc BPMN (.bpmn).',
    en: '“{file}” is a {kind} file. Choose a drawing (.json) or a BPMN file (.bpmn).',
  },
  'exchange.notUtf8': {
    vi: '“{file}” không dùng bảng mã UTF-8. Hãy lưu lại bằng UTF-8.',
    en: '“{file}” is not written in UTF-8. Save it again as UTF-8.',
  },
  'exchange.noDrawing': {
    vi: 'Tệp không chứa bản vẽ. Hãy chọn tệp bản vẽ (.json) hoặc BPMN (.bpmn).',
    en: 'The file holds no drawing. Choose a drawing (.json) or a BPMN file (.bpmn).',
  },
  'exchange.fileTooNew': {
    vi: 'Tệp được lưu bằng phiên bản mới hơn ({version}); phần mềm này đọc được đến {supported}. Hãy nâng cấp.',
    en: 'The file was saved by a newer version ({version}); this one reads up to {supported}. Upgrade it.',
  },
  'exchange.damagedJson': {
    vi: 'Tệp bị hỏng tại dòng {line}, cột {column}.',
    en: 'The file is damaged at line {line}, column {column}.',
  },
  'exchange.damagedXml': {
    vi: 'Tệp BPMN bị hỏng tại dòng {line}, cột {column}.',
    en: 'The BPMN file is damaged at line {line}, column {column}.',
  },
  'exchange.tooDeep': {
    vi: 'Tệp lồng nhau quá {most} lớp nên không phải là bản vẽ.',
    en: 'The file nests deeper than {most} levels, so it is no drawing.',
  },
  'exchange.unknownField': {
    vi: 'Không có chỗ cho trường “{place}”.',
    en: 'There is no place for the field “{place}”.',
  },
  'exchange.documentType': {
    vi: 'Tệp XML có khai báo DOCTYPE hoặc ENTITY nên bị từ chối vì lý do an toàn.',
    en: 'The XML file declares a DOCTYPE or an ENTITY and is refused for safety.',
  },
  'exchange.notBpmn': {
    vi: 'Tệp XML không phải là BPMN 2.0.',
    en: 'The XML file is not BPMN 2.0.',
  },
  'exchange.noTasks': {
    vi: 'Tệp BPMN không có công việc (task) nào để làm cấp.',
    en: 'The BPMN file has no task that could become a level.',
  },
  'exchange.elementNotCarried': {
    vi: '“{name}” ({element}): bản vẽ không có chỗ cho phần tử này.',
    en: '“{name}” ({element}): a drawing has no place for this element.',
  },
  'exchange.referenceBroken': {
    vi: 'Tham chiếu hỏng trong tệp BPMN: {detail}.',
    en: 'Broken reference in the BPMN file: {detail}.',
  },
  'exchange.detailsDamaged': {
    vi: 'Chi tiết kèm theo “{name}” bị hỏng; chỉ giữ những gì BPMN ghi.',
    en: 'The details kept with “{name}” are damaged; only what BPMN itself says is kept.',
  },
  'exchange.joinCut': {
    vi: '“{level}” có nhiều cấp trên: giữ “{parent}”, bỏ đường từ “{other}”.',
    en: '“{level}” has several levels above: “{parent}” is kept, the way from “{other}” is left out.',
  },
  'exchange.loopCut': {
    vi: 'Đường từ “{other}” quay lại “{level}” nên bị bỏ.',
    en: 'The way from “{other}” goes back to “{level}” and is left out.',
  },
  'exchange.hungUnderTop': {
    vi: '“{level}” không có cấp trên nên được nối dưới “{parent}”.',
    en: '“{level}” has no level above and now hangs under “{parent}”.',
  },
  'exchange.conditionNotCarried': {
    vi: 'Điều kiện rẽ nhánh tại “{name}” không được giữ: mọi nhánh đều nhận văn bản.',
    en: 'The condition at “{name}” is left out: every branch gets the directive.',
  },
  'exchange.insideNotCarried': {
    vi: 'Nội dung bên trong “{name}” không được giữ; chính nó là một cấp.',
    en: 'What is inside “{name}” is left out; itself is a level.',
  },
  'exchange.nameCut': {
    vi: 'Tên dài quá {most} ký tự, đã cắt: “{name}”.',
    en: 'A name longer than {most} characters was cut: “{name}”.',
  },
  'exchange.unitsUnknown': {
    vi: 'BPMN không ghi các cấp gồm đơn vị nào; tạm lấy theo tên, hãy kiểm tra: {levels}.',
    en: 'BPMN does not say which units a level has; taken from the names, check them: {levels}.',
  },
};
