import type { Sentences } from './sentence.ts';

/** Notices, the audit's verification, searching. */
export const NOTICE_SENTENCES: Sentences = {
  'notice.personForbidden': {
    vi: 'Chỉ người dùng mới đánh dấu đã xem thông báo, khóa hệ thống thì không.',
    en: 'Only people mark notices as seen, system keys do not.',
  },
  'audit.verificationInProgress': {
    vi: 'Đang có một lần kiểm tra chuỗi băm khác chạy. Chờ nó xong rồi thử lại.',
    en: 'Another verification of the hash chain is running. Wait for it and try again.',
  },
  'audit.tooMany': {
    vi: 'Có hơn {most} dòng khớp. Thu hẹp theo ngày, đơn vị hoặc chiến dịch rồi xuất lại.',
    en: 'More than {most} entries match. Narrow by day, unit or campaign and export again.',
  },
};
