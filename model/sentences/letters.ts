import type { Sentences } from './sentence.ts';

/** Refusals of `acts/letters`: registers, letters on their way through the house, the office that they come from. */
export const LETTER_SENTENCES = {
  'letter.notFound': {
    vi: 'Không tìm thấy văn bản, hoặc đơn vị mình không được xem.',
    en: 'The letter does not exist, or your unit may not see it.',
  },
  'letter.conflict': {
    vi: 'Văn bản đã được người khác sửa từ lúc mở trang (bản {expected}, nay là bản {actual}). Chép lại phần vừa viết, tải lại trang rồi sửa tiếp.',
    en: 'Somebody else has changed the letter since you opened it (revision {expected}, now {actual}). Copy what you wrote, reload the page and go on.',
  },
  'letter.unitNeeded': {
    vi: 'Nêu đơn vị (unitId): khóa dịch vụ này dùng cho nhiều đơn vị.',
    en: 'Name the unit (unitId): this key serves many.',
  },
  'letter.automatic': {
    vi: '{unit} chuyển văn bản xuống tự động ở quy trình này, không cần công văn riêng.',
    en: '{unit} passes on by itself in this process; no letter of its own is needed.',
  },
  'letter.collectsNothing': {
    vi: '{unit} không nhận báo cáo ở kỳ này nên không có ai để đôn đốc.',
    en: '{unit} collects no reports in this period, so there is nobody to urge.',
  },
  'letter.nobodyMissing': {
    vi: 'Không còn đơn vị nào thiếu báo cáo.',
    en: 'No unit’s report is missing any more.',
  },
  'letter.notEditable': {
    vi: 'Chỉ sửa được bản thảo hoặc văn bản bị trả lại. Văn bản đang trình thì rút về rồi sửa; văn bản đã phát hành thì thay bằng văn bản khác.',
    en: 'Only drafts and returned letters can be edited. Withdraw one that is on its way; an issued one is replaced by another letter.',
  },
  'letter.numberFromRegister': {
    vi: 'Số văn bản do sổ đăng ký cấp khi phát hành, không nhập tay.',
    en: 'The number is given by the register when the letter is issued; it is not typed.',
  },
  'letter.wrongState': {
    vi: 'Không làm được bước này với tình trạng hiện tại của văn bản. Tải lại trang để xem văn bản đang ở đâu.',
    en: 'This step is not possible as the letter stands now. Reload the page to see where it is.',
  },
  'letter.nobodyApproves': {
    vi: 'Bước duyệt {step} không có ai duyệt được: người soạn không được tự duyệt. Thêm người duyệt hoặc cho phép tự duyệt ở trang Thể thức và quy trình duyệt.',
    en: 'Nobody can approve step {step}: writers may not approve their own letter. Add an approver, or allow self-approval on the office page.',
  },
  'letter.signerMissing': {
    vi: 'Chưa ghi họ và tên người ký. Điền ở mục Phần ký rồi mới trình duyệt, phát hành được.',
    en: 'The name of the signer is missing. Fill it in under Signature before the letter is sent for approval or issued.',
  },
  'letter.signerTitleMissing': {
    vi: 'Chưa ghi chức vụ người ký. Điền ở mục Phần ký rồi mới trình duyệt, phát hành được.',
    en: 'The title of the signer is missing. Fill it in under Signature before the letter is sent for approval or issued.',
  },
  'letter.notApproverForbidden': {
    vi: 'Không có tên trong danh sách duyệt bước {step} của văn bản này.',
    en: 'You are not among those who approve step {step} of this letter.',
  },
  'letter.ownWorkForbidden': {
    vi: 'Người soạn văn bản (hoặc người làm thay người soạn) không tự duyệt được.',
    en: 'You, or the one you act for, wrote this letter and may not approve it.',
  },
  'letter.alreadyApproved': {
    vi: 'Đã duyệt bước này rồi; đang chờ những người còn lại.',
    en: 'You have approved this step; the others are still to come.',
  },
  'letter.reasonNeeded': {
    vi: 'Ghi lý do trả lại để người soạn biết phải sửa gì.',
    en: 'Say why it is returned, so that the writer knows what to mend.',
  },
  'letter.numberTooLong': {
    vi: 'Số {number} dài quá 9 chữ số nên không vào được sổ.',
    en: 'The number {number} is longer than nine digits and does not fit the register.',
  },
  'letter.numberTaken': {
    vi: 'Số {number} năm {year} đã có trong sổ văn bản đi.',
    en: 'Number {number} of {year} stands in the outgoing register already.',
  },
  'incoming.notFound': {
    vi: 'Không tìm thấy văn bản đến này trong sổ của đơn vị mình.',
    en: 'This entry does not exist in your unit’s incoming register.',
  },
  'incoming.conflict': {
    vi: 'Ý kiến giải quyết vừa được người khác sửa. Tải lại rồi ghi lại.',
    en: 'Somebody else has just changed the opinion. Reload and write it again.',
  },
  'incoming.notOfUnit': {
    vi: 'Chỉ giao cho người đang giữ vị trí công tác ở đơn vị mình.',
    en: 'Work can only be given to people who hold a post of your unit.',
  },
  'incoming.leadNeeded': {
    vi: 'Chọn người chủ trì trước khi chọn người phối hợp.',
    en: 'Choose who leads before choosing who takes part.',
  },
  'incoming.afterDeadline': {
    vi: 'Ngày này muộn hơn hạn của chính đơn vị ({date}). Chọn ngày sớm hơn, hoặc xác nhận là đã biết.',
    en: 'This day lies after your unit’s own deadline ({date}). Choose an earlier one, or confirm that you know.',
  },
  'incoming.datePast': {
    vi: 'Ngày này đã qua.',
    en: 'This day has passed.',
  },
  'incoming.duplicate': {
    vi: 'Văn bản cùng số, ký hiệu và cơ quan ban hành đã có ở số đến {number} năm {year}. Kiểm tra xem có phải gửi trùng.',
    en: 'A document of the same number, notation and body stands under arrival number {number} of {year}. Check whether it was sent twice.',
  },
  'office.conflict': {
    vi: 'Thể thức vừa được người khác sửa. Tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed the office. Reload and go on.',
  },
  'office.approvalForbidden': {
    vi: 'Chỉ lãnh đạo đơn vị đổi được quy trình duyệt.',
    en: 'Only a leader of the unit may change the approval.',
  },
  'office.stepEmpty': {
    vi: 'Bước duyệt {step} chưa có ai: chọn vai trò hoặc người duyệt.',
    en: 'Approval step {step} names nobody: choose a role or a person.',
  },
  'office.notOfUnit': {
    vi: 'Bước duyệt {step} nêu người không còn giữ vị trí ở đơn vị.',
    en: 'Approval step {step} names somebody who holds no post of the unit.',
  },
} satisfies Sentences;
