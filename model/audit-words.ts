/**
 * What each act of the audit trail is in words, put after the name of who did it: "Nguyễn Văn A duyệt báo cáo".
 * An act without an entry is shown by its code.
 */
export const AUDIT_WORDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'actorTask.acknowledged': { vi: 'tiếp nhận việc riêng', en: 'acknowledged a task' },
  'attachment.uploaded': { vi: 'gửi tệp đính kèm', en: 'uploaded an attachment' },
  'calendar.changed': { vi: 'đổi lịch làm việc', en: 'changed the working calendar' },
  'campaign.cancelled': { vi: 'hủy chiến dịch', en: 'cancelled the campaign' },
  'campaign.closed': { vi: 'kết thúc chiến dịch', en: 'closed the campaign' },
  'campaign.started': { vi: 'bắt đầu chiến dịch', en: 'started the campaign' },
  'clock.moved': { vi: 'chuyển đồng hồ diễn tập', en: 'moved the rehearsal’s clock' },
  'consolidation.signed': { vi: 'ký bản tổng hợp', en: 'signed a consolidation' },
  'deadlines.rearmed': { vi: 'tính lại hạn theo lịch mới', en: 'worked the deadlines out anew' },
  'definition.created': { vi: 'tạo bản vẽ', en: 'created a drawing' },
  'definition.published': { vi: 'công bố bản vẽ', en: 'published a drawing' },
  'definition.saved': { vi: 'lưu bản vẽ', en: 'saved a drawing' },
  'definition.template': { vi: 'đưa bản vẽ làm mẫu', en: 'offered a drawing as a template' },
  'directive.disseminated': { vi: 'chuyển văn bản xuống cấp dưới', en: 'passed the directive on' },
  'event.declared': { vi: 'công bố ngày sự kiện', en: 'declared the date of an event' },
  'extension.asked': { vi: 'xin gia hạn', en: 'asked for an extension' },
  'extension.decided': { vi: 'trả lời đề nghị gia hạn', en: 'answered a request for extension' },
  'obligation.acknowledged': { vi: 'tiếp nhận văn bản', en: 'acknowledged the directive' },
  'rehearsal.stoodIn': { vi: 'đóng vai các đơn vị trong diễn tập', en: 'played the units of a rehearsal' },
  'report.accepted': { vi: 'duyệt báo cáo', en: 'accepted a report' },
  'report.received': { vi: 'xác nhận đã nhận báo cáo', en: 'confirmed having received a report' },
  'report.refused': { vi: 'không nhận bản tổng hợp nộp lên', en: 'refused a consolidated report' },
  'report.returned': { vi: 'trả lại báo cáo', en: 'returned a report' },
  'report.submitted': { vi: 'nộp báo cáo', en: 'handed in a report' },
  'serviceKey.created': { vi: 'cấp khóa hệ thống', en: 'issued a system key' },
  'units.imported': { vi: 'nhập danh mục đơn vị', en: 'imported the directory of units' },
};
