import type { Sentences } from './sentence.ts';

/** Refusals of acts on running campaigns that no other area names. */
export const ACT_SENTENCES: Sentences = {
  'attachment.notFound': {
    vi: 'Không tìm thấy tệp đính kèm {id}, hoặc không có quyền xem.',
    en: 'The attachment {id} does not exist, or you may not see it.',
  },
  'consolidation.cellNotFound': {
    vi: 'Bản tổng hợp không có chỉ tiêu {indicator} của báo cáo {report}.',
    en: 'The consolidation has no indicator {indicator} of the report {report}.',
  },
  'consolidation.conflict': {
    vi: 'Bản tổng hợp số {expected} đã có bản mới hơn (số {actual}): hãy xem lại rồi ký bản mới nhất.',
    en: 'Revision {expected} of the consolidation has been replaced by revision {actual}: look at it again and sign the latest.',
  },
  'consolidation.reportUnknown': {
    vi: 'Chiến dịch không có báo cáo {report}.',
    en: 'The campaign has no report {report}.',
  },
  'obligation.notRecipient': {
    vi: 'Đơn vị {unit} không phải là nơi nhận báo cáo này.',
    en: 'The unit {unit} is not a recipient of record of this report.',
  },
  'report.notFound': {
    vi: 'Báo cáo không có lần gửi số {no}.',
    en: 'The report has no version {no}.',
  },
};
