import type { Sentences } from './sentence.ts';

/** Refusals of `engine/obligation` and of the acts on one obligation (extensions among them). */
export const OBLIGATION_SENTENCES = {
  'obligation.notFound': {
    vi: 'Không tìm thấy nhiệm vụ {id}, hoặc nhiệm vụ không thuộc phạm vi được xem.',
    en: 'There is no obligation {id}, or it lies outside your scope.',
  },
  'obligation.ownWorkForbidden': {
    vi: 'Không ai tự quyết định trên báo cáo, đề nghị của mình, kể cả khi giữ chức vụ ở hai đơn vị hoặc làm thay người khác. Người khác của đơn vị quyết định.',
    en: 'Nobody decides on a report or request of his own, not in another post or in another’s place either. Somebody else of the unit decides.',
  },
  'obligation.conflict': {
    vi: 'Nhiệm vụ đã thay đổi từ lúc mở trang (báo cáo, hạn hoặc trạng thái). Hãy xem lại rồi thực hiện lại.',
    en: 'The obligation has changed since you opened it (report, date or standing). Look at it again, then try again.',
  },
  'obligation.dormant': {
    vi: 'Báo cáo này chỉ phải gửi khi sự kiện kèm theo được thông báo; sự kiện chưa được thông báo.',
    en: 'This report is owed only once its event is declared, and it has not been declared.',
  },
  'obligation.cancelled': {
    vi: 'Nhiệm vụ đã hủy.',
    en: 'The obligation has been recalled.',
  },
  'obligation.alreadyCancelled': {
    vi: 'Nhiệm vụ đã hủy trước đó.',
    en: 'The obligation has been recalled already.',
  },
  'obligation.alreadyClosed': {
    vi: 'Nhiệm vụ đã được đóng trước đó.',
    en: 'The obligation is closed already.',
  },
  'obligation.closed': {
    vi: 'Kỳ báo cáo đã đóng.',
    en: 'The reporting period is closed.',
  },
  'obligation.alreadyAcknowledged': {
    vi: 'Đã xác nhận tiếp nhận trước đó.',
    en: 'Receipt has been acknowledged already.',
  },
  'obligation.noReportOwed': {
    vi: 'Nhiệm vụ này chỉ cần xác nhận tiếp nhận, không phải báo cáo.',
    en: 'This obligation only asks for an acknowledgement, not for a report.',
  },
  'obligation.consolidated': {
    vi: 'Báo cáo của đơn vị này là báo cáo tổng hợp: hãy ký bản tổng hợp, số liệu của chính đơn vị đưa vào khi ký.',
    en: 'The report of this unit is its consolidation: sign the consolidation; own figures are entered when signing.',
  },
  'obligation.lateRefused': {
    vi: 'Đã quá hạn ({dueAt}) và không nhận báo cáo nộp muộn. Hãy xin gia hạn.',
    en: 'The deadline ({dueAt}) has passed and late reports are not accepted. Ask for an extension.',
  },
  'obligation.nothingSubmitted': {
    vi: 'Chưa có báo cáo nào để xem xét.',
    en: 'There is no report to decide on yet.',
  },
  'obligation.notLatestVersion': {
    vi: 'Bản báo cáo số {version} đã được thay bằng bản số {latest}. Hãy xem bản mới nhất.',
    en: 'Version {version} of the report has been replaced by version {latest}. Look at the latest one.',
  },
  'obligation.alreadyAccepted': {
    vi: 'Bản báo cáo số {version} đã được duyệt trước đó.',
    en: 'Version {version} of the report has been accepted already.',
  },
  'obligation.alreadyReturned': {
    vi: 'Bản báo cáo số {version} đã được trả lại; đang chờ bản mới.',
    en: 'Version {version} of the report has been returned; a new version is awaited.',
  },
  'obligation.incomplete': {
    vi: 'Bản báo cáo số {version} chưa đầy đủ nên chưa thể duyệt.',
    en: 'Version {version} of the report is incomplete and cannot be accepted.',
  },
  'obligation.reasonRequired': {
    vi: 'Phải nêu lý do.',
    en: 'A reason is required.',
  },
  'obligation.reworkInPast': {
    vi: 'Hạn bổ sung ({reworkDueAt}) đã qua. Hãy chọn thời điểm trong tương lai.',
    en: 'The date for rework ({reworkDueAt}) has passed. Choose a moment to come.',
  },
  'obligation.alreadyDone': {
    vi: 'Nhiệm vụ đã hoàn thành.',
    en: 'The obligation is done already.',
  },
  'obligation.noDeadlineToExtend': {
    vi: 'Nhiệm vụ không có thời hạn nên không có gì để gia hạn.',
    en: 'The obligation has no deadline, so there is nothing to extend.',
  },
  'obligation.extensionNotLater': {
    vi: 'Hạn mới ({dueAt}) không muộn hơn hạn đang có ({inForce}).',
    en: 'The new deadline ({dueAt}) is not later than the one in force ({inForce}).',
  },
  'obligation.extensionInPast': {
    vi: 'Hạn mới ({dueAt}) đã qua.',
    en: 'The new deadline ({dueAt}) has passed.',
  },
  'obligation.extensionBeyondParent': {
    vi: 'Hạn mới ({dueAt}) muộn hơn hạn của chính đơn vị tổng hợp ({parentDueAt}). Nếu vẫn gia hạn, phải nêu rõ.',
    en: 'The new deadline ({dueAt}) is later than that of the consolidating unit itself ({parentDueAt}). Say so expressly to grant it.',
  },
  'extension.notFound': {
    vi: 'Không tìm thấy đề nghị gia hạn {id}, hoặc không thuộc phạm vi được xem.',
    en: 'There is no request for extension {id}, or it lies outside your scope.',
  },
  'extension.alreadyAsked': {
    vi: 'Đã có một đề nghị gia hạn đang chờ quyết định.',
    en: 'A request for extension is already waiting for a decision.',
  },
  'extension.alreadyDecided': {
    vi: 'Đề nghị gia hạn đã được quyết định.',
    en: 'The request for extension has been decided already.',
  },
  'extension.dateRequired': {
    vi: 'Hãy nêu ngày gia hạn thay thế.',
    en: 'Name the other date.',
  },
  'actorTask.notFound': {
    vi: 'Không tìm thấy công việc {id}, hoặc không thuộc phạm vi được xem.',
    en: 'There is no task {id}, or it lies outside your scope.',
  },
  'actorTask.alreadyAcknowledged': {
    vi: 'Công việc đã được xác nhận trước đó.',
    en: 'The task has been acknowledged already.',
  },
} satisfies Sentences;
