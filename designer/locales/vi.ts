import { CAMPAIGN_WORDS, MODE_WORDS, TIMELINESS_WORDS, titlesIn, wordsIn } from '#model/status-words';
import { status, time } from './standing.ts';
import { vi as shell } from './areas/shell.ts';
import { vi as people } from './areas/people.ts';
import { vi as tasks } from './areas/tasks.ts';
import { vi as registers } from './areas/registers.ts';
import { vi as report } from './areas/report.ts';
import { vi as collect } from './areas/collect.ts';
import { vi as board } from './areas/board.ts';
import { vi as notices } from './areas/notices.ts';
import { vi as audit } from './areas/audit.ts';
import { vi as canvas } from './areas/canvas.ts';
import { vi as command } from './areas/command.ts';
import { vi as dates } from './areas/dates.ts';
import { vi as editor } from './areas/editor.ts';
import { vi as exchange } from './areas/exchange.ts';
import { vi as form } from './areas/form.ts';
import { vi as forms } from './areas/forms.ts';
import { vi as inspector } from './areas/inspector.ts';
import { vi as letter } from './areas/letter.ts';
import { vi as library } from './areas/library.ts';
import { vi as problems } from './areas/problems.ts';
import { vi as tools } from './areas/tools.ts';
import { vi as trial } from './areas/trial.ts';

/** Vietnamese first: these keys are the list; English must have the same (locales.test.ts). */
export const vi = {
  shell,
  people,
  tasks,
  registers,
  report,
  collect,
  board,
  notices,
  audit,
  canvas,
  command,
  dates,
  editor,
  exchange,
  form,
  forms,
  inspector,
  letter,
  library,
  problems,
  tools,
  trial,
  app: {
    name: 'Cascade',
    skip: 'Đến nội dung chính',
    language: 'English',
    theme: 'Sáng hoặc tối',
  },
  session: {
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    needed: 'Đăng nhập để xem các chiến dịch của đơn vị.',
    example: 'Máy này chạy bản dùng thử: chọn một cán bộ ví dụ, không cần mật khẩu.',
    lead: 'Văn bản chỉ đạo đi xuống, báo cáo đi lên, hạn của từng cấp tự giữ.',
    all: 'toàn hệ thống',
    ended: 'Phiên làm việc đã hết',
    keeping:
      'Phiên làm việc đã hết. Phần đang viết vẫn còn: đăng nhập ở cửa sổ mới, rồi quay lại đây viết tiếp.',
    unavailable: 'Chưa cấu hình đăng nhập. Người quản trị cần đặt OIDC_ISSUER và OIDC_CLIENT_ID.',
  },
  notFound: {
    title: 'Không có trang này',
    text: 'Địa chỉ sai, hoặc trang đã chuyển đi.',
    back: 'Về trang đầu',
  },
  error: {
    title: 'Chưa tải được',
    act: 'Chưa làm được',
    retry: 'Thử lại',
    reload: 'Tải lại trang',
    page: 'Trang chưa mở được, có thể vì hệ thống vừa được cập nhật. Hãy tải lại.',
    part: 'Một phần của trang chưa tải được, có thể vì hệ thống vừa được cập nhật. Hãy lưu việc đang làm rồi tải lại trang.',
    network: 'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
    lineLost: 'Mất kết nối. Đang tự thử lại…',
  },
  common: {
    loading: 'Đang tải…',
    more: 'Tải thêm',
    cancel: 'Thôi',
    close: 'Đóng',
    none: 'không có',
    yes: 'Có',
    no: 'Không',
  },
  mode: titlesIn(MODE_WORDS, 'vi'),
  campaignStatus: titlesIn(CAMPAIGN_WORDS, 'vi'),
  campaigns: {
    title: 'Chiến dịch',
    empty: 'Chưa có chiến dịch nào',
    next: 'Hạn gần nhất',
    noDeadline: 'Không có hạn',
    filter: 'Lọc chiến dịch',
    all: 'Tất cả',
  },
  counts: {
    owed: 'Phải làm',
    done: 'Xong',
    onTime: time.vi.inTime,
    late: time.vi.late,
    missing: 'Quá hạn chưa nộp',
    submitted: status.vi.submitted,
    returned: status.vi.returned,
    waiting: 'Đang chờ',
  },
  status: status.vi,
  timeliness: wordsIn(TIMELINESS_WORDS, 'vi'),
  monitor: {
    back: 'Các chiến dịch',
    drawing: 'Dòng chảy',
    drawingHint: 'Văn bản đi xuống (nét liền), báo cáo đi lên (nét đứt).',
    units: 'Đơn vị',
    totals: 'Tổng hợp',
    log: 'Nhật ký',
    letter: 'Văn bản',
    period: 'Kỳ báo cáo',
    search: 'Tìm đơn vị, có dấu hoặc không',
    allStatuses: 'Mọi trạng thái',
    noMatch: 'Không có đơn vị nào khớp. Xóa bớt điều kiện lọc.',
    unit: 'Đơn vị',
    status: 'Trạng thái',
    due: 'Hạn',
    report: 'Bản',
    received: 'Nhận lúc',
    via: 'qua {unit}',
    daysLeft: '{days, plural, =0 {trong hôm nay} other {còn # ngày}}',
    daysOver: '{days, plural, =0 {vừa quá hạn} other {quá # ngày}}',
    you: 'đơn vị mình',
    live: 'Trực tiếp',
    reconnecting: 'Đang nối lại…',
    nothingYet: 'Chưa có gì xảy ra.',
    expand: 'Mở {unit}',
    collapse: 'Thu gọn {unit}',
    path: 'Vị trí trong dòng chảy',
    top: 'Cấp trên cùng',
    below: 'Bên dưới: xong {done}/{opened}{overdue, plural, =0 {} other {, quá hạn #}}',
    noUnits: 'Chưa có đơn vị trong danh mục',
  },
  clock: {
    title: 'Đồng hồ diễn tập',
    next: 'Sự kiện tiếp theo',
    day: '+1 ngày',
    week: '+1 tuần',
    end: 'Đến hết',
    moving: 'Đang chạy đến {at}',
    movingOn: 'Đang chạy…',
    rests: 'Đứng yên',
    denied: 'Chỉ lãnh đạo hoặc người thiết kế chạy được đồng hồ.',
  },
  totals: {
    none: 'Chưa có bản tổng hợp nào.',
    provisional: 'Tạm tính, chưa ký',
    signed: 'Đã ký, bản {revision}',
    draft: 'Chờ ký, bản {revision}',
    coverage: 'Đã có {accepted}/{owed}',
    missing: 'Còn thiếu',
    missingMore: 'Hiện tất cả',
    missingLess: 'Thu gọn',
    complete: 'Đủ mọi đơn vị',
    indicator: 'Chỉ tiêu',
    value: 'Giá trị',
    sources: 'Từ đâu',
    sourcesOf: 'Từ các đơn vị: {indicator}',
    inferred: 'Chỉ tiêu do chúng tôi gợi ý, văn bản gốc không quy định.',
  },
  due: {
    title: 'Vì sao hạn này?',
    none: 'Văn bản không đặt hạn.',
    date: 'Văn bản ghi {bound, select, before {trước} other {chậm nhất}} {time} ngày {date}.',
    period: 'Kỳ báo cáo ghi {bound, select, before {trước} other {chậm nhất}} {time} ngày {date}.',
    lead: 'Sớm hơn cấp trên {workingDays} ngày làm việc ({from}), thành {date}.',
    leadHours: 'Sớm hơn cấp trên {hours} giờ, thành {date}.',
    event: 'Tính từ sự kiện {event}.',
    rolled: 'Rơi vào ngày nghỉ nên dời sang {date}.',
    extension: 'Được gia hạn đến {date}.',
    rework: 'Hạn nộp lại sau khi trả: {date}.',
    recurrence: 'Theo kỳ lặp lại: {date}.',
    exclusive: 'Muộn nhất vẫn đúng hạn: hết ngày {date}.',
  },
  event: {
    campaign_started: 'Bắt đầu chiến dịch',
    campaign_closed: 'Kết thúc chiến dịch',
    campaign_cancelled: 'Hủy chiến dịch',
    period_opened: 'Mở kỳ báo cáo',
    period_missing: 'Còn thiếu khi kết thúc kỳ',
    clock_moved: 'Đến thời điểm có việc',
    clock_rests: 'Đồng hồ đứng yên',
    calendar_changed: 'Lịch làm việc đổi, tính lại hạn',
    event_declared: 'Khai báo sự kiện',
    node_disseminated: 'Chuyển văn bản xuống',
    node_due: 'Nhắc việc, quá hạn',
    obligation_acknowledged: 'Đã tiếp nhận',
    report_submitted: 'Nộp báo cáo',
    report_accepted: 'Duyệt báo cáo',
    report_returned: 'Trả lại báo cáo',
    report_received: 'Nơi nhận xác nhận',
    extension_asked: 'Xin gia hạn',
    extension_decided: 'Quyết định gia hạn',
    consolidation_drawn: 'Lập bản tổng hợp',
    consolidation_signed: 'Ký bản tổng hợp',
    actorTask_acknowledged: 'Tiếp nhận việc riêng',
  },
};
