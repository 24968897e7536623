import { AGGREGATE_WORDS, wordsIn } from '#model';

/** What the designer calls the choices of the model: read off the page, so that a test says what a person sees. */
export const WORDS = {
  select: {
    root: 'Đơn vị khởi động',
    list: 'Danh sách đơn vị',
    ofKind: 'Loại đơn vị',
    criterion: 'Tiêu chí',
  },
  chain: { state: 'Chính quyền', front: 'Mặt trận', party: 'Đảng' },
  unitKind: {
    province: 'UBND cấp tỉnh',
    district: 'UBND cấp huyện',
    commune: 'UBND cấp xã',
    'district-office': 'Phòng, ban cấp huyện',
    'public-service-unit': 'Đơn vị sự nghiệp',
    'mass-organisation': 'Đoàn thể',
    front: 'Mặt trận Tổ quốc',
    enterprise: 'Doanh nghiệp',
    market: 'Chợ',
    village: 'Thôn',
    'residential-group': 'Tổ dân phố',
  },
  attribute: { $kind: 'Loại đơn vị' },
  op: { in: 'thuộc' },
  role: { lead: 'Chủ trì', coordinate: 'Phối hợp', joint: 'Cùng thực hiện' },
  taskKind: { do: 'Phải làm', prohibition: 'Không được làm' },
  proof: {
    report: 'Báo cáo',
    acknowledgement: 'Xác nhận đã nhận',
    relay: 'Văn bản triển khai',
  },
  due: {
    none: 'Không đặt hạn',
    date: 'Theo ngày',
    lead: 'Sớm hơn cấp trên (ngày làm việc)',
  },
  bound: { before: 'trước ngày', by: 'chậm nhất ngày' },
  alarmUnit: { workingDays: 'Ngày làm việc', hours: 'Giờ' },
  mode: { automatic: 'Tự động', official: 'Cán bộ chuyển' },
  sign: { automatic: 'Tự động', official: 'Lãnh đạo ký' },
  when: { allAccepted: 'Đủ báo cáo', allAcceptedOrDue: 'Đủ, hoặc đến hạn' },
  onDayOff: {
    asWritten: 'Giữ như văn bản',
    rollForward: 'Lùi sang ngày làm việc sau',
    rollBack: 'Đưa lên ngày làm việc trước',
  },
  parameterKind: { date: 'Ngày', unit: 'Đơn vị', text: 'Chữ', number: 'Số' },
  split: { equal: 'Chia đều' },
  reportKind: { periodic: 'Định kỳ', thematic: 'Chuyên đề', adHoc: 'Đột xuất' },
  indicatorType: { number: 'Số', ratio: 'Tỷ lệ', text: 'Chữ', list: 'Danh sách', yesNo: 'Có / không' },
  aggregate: wordsIn(AGGREGATE_WORDS, 'vi'),
  accumulation: { perPeriod: 'Riêng từng kỳ', cumulative: 'Lũy kế' },
  relation: {
    implements: 'thực hiện',
    coordinatesAtRequest: 'phối hợp theo đề nghị',
    policyBackground: 'nền chính sách',
  },
  purpose: {
    forAction: 'để thực hiện',
    forReport: 'để báo cáo',
    forInformation: 'để biết',
    forCoordination: 'để phối hợp',
    publication: 'đăng tải',
    archive: 'lưu',
  },
} as const;

/** The word for one choice; a choice that the page was never asked about fails the test by name. */
export function word(list: keyof typeof WORDS, choice: string): string {
  const found: Readonly<Record<string, string>> = WORDS[list];
  const said = found[choice];
  if (said === undefined) throw new Error(`no word for ${list} “${choice}”`);
  return said;
}

/** `2024-12-08` as it is typed: `08/12/2024`. */
export const typedDate = (date: string): string => date.split('-').reverse().join('/');
