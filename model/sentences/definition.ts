import type { Sentences } from './sentence.ts';

export const DEFINITION_SENTENCES: Sentences = {
  'definition.notADefinition': {
    vi: 'Đây không phải là một sơ đồ: thiếu “formatVersion”.',
    en: 'This is no drawing: “formatVersion” is missing.',
  },
  'definition.versionTooNew': {
    vi: 'Sơ đồ được lưu bằng phiên bản mới hơn ({version}); phần mềm này đọc được đến {supported}. Hãy nâng cấp.',
    en: 'The drawing was saved in a newer format ({version}); this software reads up to {supported}. Upgrade it.',
  },
  'definition.versionTooOld': {
    vi: 'Không có bước chuyển đổi cho phiên bản {version} của sơ đồ.',
    en: 'There is no migration for the drawing format {version}.',
  },
  'definition.schema': {
    vi: 'Sơ đồ sai cấu trúc tại “{place}”: {detailVi}.',
    en: 'The drawing is malformed at “{place}”: {detailEn}.',
  },
  'definition.duplicateNode': {
    vi: 'Hai cấp hoặc nhóm cùng mã “{id}”. Hãy đổi mã.',
    en: 'Two levels or groups have the id “{id}”. Change one.',
  },
  'definition.duplicateParameter': {
    vi: 'Hai tham số cùng mã “{id}”.',
    en: 'Two parameters have the key “{id}”.',
  },
  'definition.duplicateEvent': { vi: 'Hai sự kiện cùng mã “{id}”.', en: 'Two events have the key “{id}”.' },
  'definition.duplicateReport': { vi: 'Hai báo cáo cùng mã “{id}”.', en: 'Two reports have the id “{id}”.' },
  'definition.duplicateSubgroup': {
    vi: 'Hai nhóm con cùng mã “{id}”.',
    en: 'Two sub-groups have the id “{id}”.',
  },
  'definition.duplicateTask': { vi: 'Hai nhiệm vụ cùng mã “{id}”.', en: 'Two tasks have the id “{id}”.' },
  'definition.duplicateIndicator': {
    vi: 'Hai chỉ tiêu cùng mã “{id}”.',
    en: 'Two indicators have the id “{id}”.',
  },
  'definition.duplicateSection': { vi: 'Hai mục cùng mã “{id}”.', en: 'Two sections have the id “{id}”.' },
  'definition.duplicateAttachment': {
    vi: 'Hai loại tệp đính kèm cùng mã “{id}”.',
    en: 'Two kinds of attachment have the id “{id}”.',
  },
  'definition.duplicatePeriod': {
    vi: 'Hai kỳ báo cáo cùng mã “{id}”.',
    en: 'Two periods have the key “{id}”.',
  },
  'definition.duplicateOverride': {
    vi: 'Tháng {id} được ấn định hai lần.',
    en: 'The month {id} is overridden twice.',
  },
  'definition.duplicateObligation': {
    vi: 'Cùng một báo cáo được giao hai lần cho cùng các đơn vị (“{id}”).',
    en: 'The same report is asked twice of the same units (“{id}”).',
  },
  'definition.obligationOverlap': {
    vi: 'Báo cáo “{report}” của nhóm “{level}” vừa giao cho tất cả vừa giao riêng một số đơn vị. Hãy dùng nhóm con và “các đơn vị còn lại”.',
    en: 'The report “{report}” of the group “{level}” is asked of all and of some members as well. Use sub-groups and “the rest”.',
  },
  'definition.noRoot': { vi: 'Sơ đồ chưa có cấp trên cùng.', en: 'The drawing has no top level.' },
  'definition.severalRoots': {
    vi: '“{level}” cũng là cấp trên cùng như “{first}”. Hãy nối vào một cấp.',
    en: '“{level}” is a top level as well as “{first}”. Connect it to a level.',
  },
  'definition.rootNotRoot': {
    vi: 'Cấp trên cùng “{level}” phải là đơn vị bắt đầu chiến dịch.',
    en: 'The top level “{level}” must be the unit that starts the campaign.',
  },
  'definition.rootBelowTop': {
    vi: 'Nhóm “{level}” nằm dưới nên không thể là đơn vị bắt đầu chiến dịch. Hãy chọn cách xác định đơn vị khác.',
    en: 'The group “{level}” stands below the top and cannot be the unit that starts the campaign. Choose its units otherwise.',
  },
  'definition.parentUnknown': {
    vi: 'Nhóm “{level}” nối vào “{parent}” không có trong sơ đồ.',
    en: 'The group “{level}” hangs below “{parent}”, which is not in the drawing.',
  },
  'definition.cycle': {
    vi: '“{level}” nằm dưới chính mình. Hãy bỏ một đường nối.',
    en: '“{level}” would stand below itself. Remove one connection.',
  },
  'definition.unreachable': {
    vi: 'Không có đường đi từ cấp trên cùng tới “{level}”.',
    en: '“{level}” cannot be reached from the top.',
  },
  'definition.emptyList': {
    vi: 'Danh sách đơn vị của nhóm “{level}” đang trống.',
    en: 'The list of units of the group “{level}” is empty.',
  },
  'definition.noKinds': {
    vi: 'Nhóm “{level}” chưa chọn loại đơn vị nào.',
    en: 'The group “{level}” names no kind of unit.',
  },
  'definition.noCriterion': {
    vi: 'Nhóm “{level}” chưa có điều kiện nào để chọn đơn vị.',
    en: 'The group “{level}” has no condition to choose units by.',
  },
  'definition.unitListedTwice': {
    vi: 'Đơn vị “{unit}” được liệt kê hai lần trong nhóm “{level}”.',
    en: 'The unit “{unit}” is listed twice in the group “{level}”.',
  },
  'definition.informationOnLeaf': {
    vi: '“{level}” không chuyển tiếp cho ai nên mục “để biết” của cấp này không được gửi.',
    en: '“{level}” passes nothing on, so its recipients for information get nothing.',
  },
  'definition.nodeUnknown': {
    vi: 'Không có cấp hoặc nhóm “{node}” trong sơ đồ.',
    en: 'There is no level or group “{node}” in the drawing.',
  },
  'definition.sameNode': {
    vi: 'Không thể nối “{level}” vào chính nó.',
    en: '“{level}” cannot be connected to itself.',
  },
  'definition.rootHasNoParent': {
    vi: '“{level}” là cấp trên cùng, không có cấp trên.',
    en: '“{level}” is the top level and has no superior.',
  },
  'definition.alreadyConnected': {
    vi: '“{level}” đã nối dưới “{parent}”.',
    en: '“{level}” already stands below “{parent}”.',
  },
  'definition.parameterUnknown': {
    vi: 'Tham số “{parameter}” chưa được khai trong sơ đồ.',
    en: 'The parameter “{parameter}” is not declared in the drawing.',
  },
  'definition.parameterKind': {
    vi: 'Tham số “{parameter}” thuộc loại “{kind}”, ở đây cần loại “{expected}”.',
    en: 'The parameter “{parameter}” is of kind “{kind}”; “{expected}” is needed here.',
  },
  'definition.conditionValue': {
    vi: 'Điều kiện trên “{attribute}” ({op}) thiếu giá trị hoặc sai dạng giá trị.',
    en: 'The condition on “{attribute}” ({op}) lacks a value or has one of the wrong shape.',
  },
  'definition.subgroupUnknown': {
    vi: 'Không có nhóm con “{subgroup}”.',
    en: 'There is no sub-group “{subgroup}”.',
  },
  'definition.eventUnknown': {
    vi: 'Sự kiện “{event}” chưa được khai trong sơ đồ.',
    en: 'The event “{event}” is not declared in the drawing.',
  },
  'definition.calendarUnknown': {
    vi: 'Không có lịch làm việc “{calendar}”.',
    en: 'There is no working calendar “{calendar}”.',
  },
  'definition.reportUnknown': {
    vi: 'Không có báo cáo “{report}” trong sơ đồ.',
    en: 'There is no report “{report}” in the drawing.',
  },
  'definition.indicatorUnknown': {
    vi: 'Không có chỉ tiêu “{indicator}” trong báo cáo “{report}”.',
    en: 'There is no indicator “{indicator}” in the report “{report}”.',
  },
  'definition.aggregationImpossible': {
    vi: 'Chỉ tiêu “{label}” ({type}) không thể tổng hợp bằng “{aggregate}”. Có thể dùng: {allowed}.',
    en: 'The indicator “{label}” ({type}) cannot be aggregated by “{aggregate}”. Possible: {allowed}.',
  },
  'definition.cumulativeNotNumeric': {
    vi: 'Chỉ tiêu “{label}” ({type}) không phải là số nên không thể lũy kế.',
    en: 'The indicator “{label}” ({type}) is no figure and cannot be cumulative.',
  },
  'definition.attachmentMinMax': {
    vi: 'Tệp “{label}”: số tối thiểu {min} lớn hơn số tối đa {max}.',
    en: 'Attachment “{label}”: the minimum {min} exceeds the maximum {max}.',
  },
  'definition.reportUnused': {
    vi: 'Báo cáo “{report}” chưa giao cho ai.',
    en: 'Nobody owes the report “{report}”.',
  },
  'definition.periodReversed': {
    vi: '“{period}” kết thúc ({to}) trước khi bắt đầu ({from}).',
    en: '“{period}” ends ({to}) before it begins ({from}).',
  },
  'definition.opensAfterDue': {
    vi: 'Kỳ “{period}” mở ngày {opens}, không trước hạn {due}.',
    en: 'The period “{period}” opens on {opens}, not before it is due ({due}).',
  },
  'definition.dueBeforeCutoff': {
    vi: 'Kỳ “{period}” đến hạn {due}, không sau ngày chốt số liệu {cutoff}. Hãy lùi hạn hoặc sửa ngày chốt.',
    en: 'The period “{period}” is due {due}, not after its data cut-off {cutoff}. Move the deadline or the cut-off.',
  },
  'definition.cutoffTooClose': {
    vi: 'Kỳ “{period}”: từ ngày chốt số liệu {cutoff} đến hạn {due} không có ngày làm việc nào.',
    en: 'Period “{period}”: there is no working day between the data cut-off {cutoff} and the deadline {due}.',
  },
  'definition.periodsSameDue': {
    vi: 'Kỳ “{period}” và kỳ “{before}” cùng một hạn.',
    en: 'The periods “{period}” and “{before}” have the same deadline.',
  },
  'definition.periodsOutOfOrder': {
    vi: 'Kỳ “{period}” đến hạn trước kỳ “{before}” đứng trên nó.',
    en: 'The period “{period}” is due before “{before}”, which stands above it.',
  },
  'definition.periodsOverlap': {
    vi: 'Kỳ “{period}” trùng thời gian số liệu với kỳ “{before}”; số liệu sẽ bị cộng hai lần nếu không phải là lũy kế.',
    en: 'The period “{period}” overlaps “{before}”; figures would be added twice unless they are cumulative.',
  },
  'definition.overrideWithoutMonth': {
    vi: 'Không có kỳ nào đến hạn trong tháng {month} để ấn định ngày khác ({frequency}).',
    en: 'No period falls due in the month {month} whose date could be changed ({frequency}).',
  },
  'definition.overrideOtherMonth': {
    vi: 'Ngày ấn định cho tháng {month} là {date}, thuộc tháng khác.',
    en: 'The date set for the month {month} is {date}, in another month.',
  },
  'definition.rootOwes': {
    vi: 'Cấp trên cùng “{level}” không báo cáo cho ai trong chiến dịch này. Hãy bỏ nghĩa vụ báo cáo.',
    en: 'The top level “{level}” owes nobody in this campaign. Remove its obligations.',
  },
  'definition.reminderWithoutDeadline': {
    vi: 'Nhóm “{level}” không có hạn nên nhắc việc không bao giờ được gửi.',
    en: 'The group “{level}” has no deadline, so its reminders are never sent.',
  },
  'definition.reminderAfterDeadline': {
    vi: 'Nhắc việc của nhóm “{level}” ({offset}) rơi vào lúc đã hết hạn.',
    en: 'A reminder of the group “{level}” ({offset}) comes when the deadline has passed.',
  },
  'definition.collectorOwesNothing': {
    vi: '“{level}” nhận báo cáo “{report}” của “{group}” nhưng không phải báo cáo lên trên; số liệu dừng ở cấp này.',
    en: '“{level}” collects the report “{report}” from “{group}” but owes none upwards; the figures stop there.',
  },
  'definition.collectorGap': {
    vi: '“{level}” nhận báo cáo “{report}” của “{group}” nhưng không nộp tiếp, dù cấp trên nữa có nộp; số liệu bị đứt đoạn.',
    en: '“{level}” collects the report “{report}” from “{group}” but does not pass it on although a level above owes it; the chain is broken.',
  },
  'definition.rootHasTasks': {
    vi: 'Nhiệm vụ riêng của cấp trên cùng “{level}” không giao cho ai. Hãy dùng nhiệm vụ chung.',
    en: 'Own tasks of the top level “{level}” go to nobody. Use shared tasks.',
  },
  'definition.sharedTasksOnLeaf': {
    vi: '“{level}” có nhiệm vụ chung nhưng không có nhóm nào bên dưới.',
    en: '“{level}” has shared tasks but no group below it.',
  },
  'definition.groupWithoutTasks': {
    vi: 'Nhóm “{level}” không có nhiệm vụ nào.',
    en: 'The group “{level}” has no task.',
  },
  'definition.windowReversed': {
    vi: 'Thời gian của nhiệm vụ “{task}” kết thúc ({to}) trước khi bắt đầu ({from}).',
    en: 'The window of the task “{task}” ends ({to}) before it begins ({from}).',
  },
  'definition.prohibitionWithoutWindow': {
    vi: 'Điều cấm “{task}” chưa có thời gian áp dụng.',
    en: 'The prohibition “{task}” has no window in which it holds.',
  },
  'definition.proofWithoutReport': {
    vi: 'Nhiệm vụ “{task}” lấy báo cáo làm minh chứng nhưng các đơn vị thực hiện không phải báo cáo.',
    en: 'The task “{task}” is proved by a report, but those who do it owe none.',
  },
  'definition.proofWithoutRelay': {
    vi: 'Nhiệm vụ “{task}” lấy văn bản triển khai tiếp làm minh chứng nhưng các đơn vị thực hiện không chuyển tiếp cho ai.',
    en: 'The task “{task}” is proved by a relay, but those who do it pass nothing on.',
  },
  'definition.deadlineOnDayOff': {
    vi: 'Hạn {date} là {weekdayVi}, ngày nghỉ; hạn vẫn giữ nguyên như đã ghi.',
    en: 'The deadline {date} is a {weekdayEn}, a day off; it stands as written.',
  },
  'definition.targetNotNumber': {
    vi: 'Chỉ tiêu “{indicator}” không phải là số nên không thể giao kế hoạch.',
    en: 'The indicator “{indicator}” is no number and cannot have a target.',
  },
  'definition.targetDecimals': {
    vi: 'Kế hoạch của “{indicator}” có nhiều chữ số thập phân hơn cho phép ({decimals}).',
    en: 'The target of “{indicator}” has more decimals than allowed ({decimals}).',
  },
  'definition.targetOwesNothing': {
    vi: 'Kế hoạch giao cho “{level}” nhưng nhóm này không nộp báo cáo “{report}”.',
    en: 'The target is given to “{level}”, which does not owe the report “{report}”.',
  },
  'definition.targetShareTwice': {
    vi: 'Đơn vị “{unit}” được phân chỉ tiêu hai lần.',
    en: 'The unit “{unit}” has two shares of the target.',
  },
  'definition.targetExemptShare': {
    vi: 'Đơn vị “{unit}” vừa được miễn vừa được phân chỉ tiêu.',
    en: 'The unit “{unit}” is exempt and has a share of the target.',
  },
  'definition.targetSum': {
    vi: 'Tổng phân bổ của “{indicator}” là {sum}, không bằng kế hoạch {total}.',
    en: 'The shares of “{indicator}” add up to {sum}, not to the target {total}.',
  },
};
