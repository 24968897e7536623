import type { Sentences } from './sentence.ts';

/** Refusals around the table of children: narratives, exports. */
export const COLLECT_SENTENCES = {
  'narrative.notFound': {
    vi: 'Báo cáo tổng hợp này không có mục {section} ở biểu {report}, hoặc không thuộc phạm vi được xem.',
    en: 'This consolidation has no section {section} in form {report}, or it lies outside your scope.',
  },
  'narrative.conflict': {
    vi: '{who} đã sửa mục này lúc {when}. Hãy xem bản mới rồi sửa tiếp; nội dung vừa gõ vẫn còn trên màn hình.',
    en: '{who} has changed this section at {when}. Look at the new text, then go on; what you typed is still on the screen.',
  },
  'narrative.sourceUnknown': {
    vi: 'Có đoạn ghi nguồn từ một báo cáo không nằm trong các báo cáo đã duyệt. Hãy tải lại mục này.',
    en: 'A paragraph names a source that is not among the accepted reports. Load this section again.',
  },
  'narrative.idTwice': {
    vi: 'Hai đoạn mang cùng một mã ({id}).',
    en: 'Two paragraphs have the same id ({id}).',
  },
} satisfies Sentences;
