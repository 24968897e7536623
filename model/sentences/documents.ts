import type { Sentences } from './sentence.ts';

/** Files made from data: Word, PDF, an office's own template. */
export const DOCUMENT_SENTENCES: Sentences = {
  'documents.noOffice': {
    vi: 'Máy chủ chưa có LibreOffice nên không xuất được PDF. Hãy tải bản Word (.docx), hoặc đề nghị quản trị cài LibreOffice.',
    en: 'The server has no LibreOffice, so it cannot make a PDF. Download the Word file (.docx), or ask the administrator to install LibreOffice.',
  },
  'documents.tooSlow': {
    vi: 'LibreOffice không xuất xong PDF trong {seconds} giây. Hãy thử lại, hoặc tải bản Word (.docx).',
    en: 'LibreOffice did not finish the PDF within {seconds} seconds. Try again, or download the Word file (.docx).',
  },
  'documents.notConverted': {
    vi: 'LibreOffice không xuất được PDF từ văn bản này. Hãy tải bản Word (.docx).',
    en: 'LibreOffice could not make a PDF of this document. Download the Word file (.docx).',
  },
  'documents.templateUnreadable': {
    vi: 'Mẫu không phải là tệp Word (.docx) đọc được. Hãy lưu lại từ Word và tải lên lần nữa.',
    en: 'The template is no readable Word file (.docx). Save it again from Word and upload it once more.',
  },
  'documents.templateHeavy': {
    vi: 'Mẫu quá lớn để dùng cho từng văn bản. Bỏ bớt chữ, bảng và vết sửa (Track Changes) trong mẫu, hoặc trong đoạn lặp, rồi tải lên lại.',
    en: 'The template is too large to be used for every letter. Take out text, tables and tracked changes, or what stands in a repeated part, and upload it again.',
  },
  'documents.templateTagUnknown': {
    vi: 'Mẫu có thẻ {tag} mà hệ thống không biết. Các thẻ dùng được: {known}.',
    en: 'The template has the tag {tag}, which is not known. Tags that may be used: {known}.',
  },
  'documents.templateTagUnclosed': {
    vi: 'Thẻ {tag} trong mẫu chưa đóng hoặc đóng sai chỗ. Mỗi đoạn lặp mở bằng {example} phải có thẻ đóng tương ứng.',
    en: 'The tag {tag} of the template is not closed, or closed in the wrong place. Every repeated part opened with {example} needs its closing tag.',
  },
  'documents.templateTagMissing': {
    vi: 'Mẫu thiếu thẻ {tags}: văn bản phát hành theo mẫu này sẽ không có số hoặc nội dung của mình. Thêm thẻ vào mẫu rồi tải lên lại.',
    en: 'The template lacks {tags}: letters made from it would lack their own number or text. Add the tags and upload it again.',
  },
};
