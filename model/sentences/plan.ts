import type { Sentences } from './sentence.ts';

/** Codes of `compile` (`plan.*`) and of the deadlines (`schedule.*`). */
export const PLAN_SENTENCES: Sentences = {
  'plan.startInvalid': {
    vi: 'Thời điểm bắt đầu “{value}” không hợp lệ. Hãy dùng dạng 2026-02-04T01:00:00Z.',
    en: 'The start “{value}” is not a valid instant. Use the form 2026-02-04T01:00:00Z.',
  },
  'plan.unitUnknown': {
    vi: 'Không có đơn vị “{unit}”. Hãy nhập đơn vị này vào danh mục hoặc chọn đơn vị khác.',
    en: 'There is no unit “{unit}”. Import it into the directory or choose another one.',
  },
  'plan.unitNotValid': {
    vi: 'Đơn vị “{name}” ({unit}) không còn hoặc chưa có hiệu lực vào ngày {date}. Hãy chọn đơn vị kế thừa.',
    en: 'The unit “{name}” ({unit}) is not valid on {date}. Choose its successor.',
  },
  'plan.emptyGroup': {
    vi: 'Nhóm “{level}” không có đơn vị nào. Hãy sửa cách chọn, hoặc cho phép nhóm để trống.',
    en: 'The group “{level}” resolves to no unit. Change how it is chosen, or allow it to be empty.',
  },
  'plan.groupEmptyForSome': {
    vi: 'Nhóm “{level}” không có đơn vị nào dưới {units} đơn vị cấp trên (ví dụ: {example}); các đơn vị đó tự báo cáo phần mình.',
    en: 'The group “{level}” is empty below {units} superior units (for example {example}); these report their own part only.',
  },
  'plan.emptySubgroup': {
    vi: 'Nhóm con “{subgroup}” không có đơn vị nào.',
    en: 'The sub-group “{subgroup}” has no member.',
  },
  'plan.viaNotOne': {
    vi: 'Đầu mối tổng hợp của nhóm “{level}” dưới “{unit}” phải là đúng một đơn vị, hiện có {units}.',
    en: 'The consolidator of the group “{level}” below “{unit}” must be exactly one unit, found {units}.',
  },
  'plan.cycle': {
    vi: 'Đơn vị “{name}” ({unit}) sẽ nhận chỉ đạo của chính mình. Hãy bỏ đơn vị này khỏi nhóm.',
    en: 'The unit “{name}” ({unit}) would be its own superior in the cascade. Remove it from the group.',
  },
  'plan.twoSuperiors': {
    vi: 'Đơn vị “{name}” ({unit}) vừa triển khai tiếp hoặc tổng hợp dưới “{first}” vừa dưới “{second}”. Một đơn vị như vậy chỉ có một cấp trên trong một chiến dịch.',
    en: 'The unit “{name}” ({unit}) relays or consolidates below “{first}” and below “{second}”. Such a unit has one superior in a campaign.',
  },
  'plan.addressedTwice': {
    vi: '{units} đơn vị được giao từ hai nơi (ví dụ: {example}); mỗi nơi là một nghĩa vụ riêng.',
    en: '{units} units are addressed from two places (for example {example}); each is an obligation of its own.',
  },
  'plan.noAssignee': {
    vi: 'Nhiệm vụ “{task}” của “{unit}” không có đơn vị thực hiện.',
    en: 'The task “{task}” of “{unit}” has nobody to do it.',
  },
  'plan.windowReversed': {
    vi: 'Thời gian thực hiện kết thúc ({to}) trước khi bắt đầu ({from}).',
    en: 'The window ends ({to}) before it begins ({from}).',
  },
  'plan.targetMissing': {
    vi: 'Đơn vị “{name}” ({unit}) chưa được phân chỉ tiêu “{indicator}”. Hãy phân chỉ tiêu hoặc ghi là được miễn.',
    en: 'The unit “{name}” ({unit}) has no share of the target “{indicator}”. Give it one or mark it exempt.',
  },
  'plan.targetNotAddressed': {
    vi: 'Chỉ tiêu “{indicator}” được phân cho “{unit}”, đơn vị không thuộc nhóm này.',
    en: 'The target “{indicator}” gives a share to “{unit}”, which is not in the group.',
  },
  'plan.tooFewWorkingDays': {
    vi: 'Cấp “{level}” ({units} đơn vị, kỳ “{period}”) chỉ có {available} ngày làm việc, cần ít nhất {minimum} (thiếu {shortfall}). Hãy lùi hạn hoặc ghi lý do để vẫn bắt đầu.',
    en: 'The level “{level}” ({units} units, period “{period}”) gets {available} working days and needs at least {minimum} ({shortfall} short). Move the deadline, or record a reason to start anyway.',
  },
  'plan.dueBeforeCutoff': {
    vi: 'Cấp “{level}” ({units} đơn vị, kỳ “{period}”) phải báo cáo đến {date}, không sau ngày chốt số liệu {cutoff}. Hãy sửa hạn, hoặc ghi lý do để vẫn bắt đầu.',
    en: 'The level “{level}” ({units} units, period “{period}”) must report by {date}, not after the data cut-off {cutoff}. Change the deadline, or record a reason to start anyway.',
  },
  'schedule.tooFewWorkingDays': {
    vi: 'Cấp “{level}” (kỳ “{period}”) chỉ có {available} ngày làm việc, cần ít nhất {minimum} (thiếu {shortfall}). Hãy lùi hạn.',
    en: 'The level “{level}” (period “{period}”) gets {available} working days and needs at least {minimum} ({shortfall} short). Move the deadline.',
  },
  'schedule.dueBeforeCutoff': {
    vi: 'Cấp “{level}” (kỳ “{period}”) phải báo cáo đến {date}, không sau ngày chốt số liệu {cutoff}. Hãy sửa hạn.',
    en: 'The level “{level}” (period “{period}”) must report by {date}, not after the data cut-off {cutoff}. Change the deadline.',
  },
  'schedule.parameterUnknown': {
    vi: 'Tham số “{parameter}” không có trong sơ đồ.',
    en: 'The parameter “{parameter}” is not in the drawing.',
  },
  'schedule.parameterMissing': {
    vi: 'Chưa trả lời “{label}” ({parameter}).',
    en: '“{label}” ({parameter}) has not been answered.',
  },
  'schedule.parameterNotADate': {
    vi: '“{label}”: “{value}” không phải là ngày. Hãy dùng dạng 2026-02-04.',
    en: '“{label}”: “{value}” is not a date. Use the form 2026-02-04.',
  },
  'schedule.parameterNotANumber': {
    vi: '“{label}”: “{value}” không phải là số.',
    en: '“{label}”: “{value}” is not a number.',
  },
  'schedule.parameterNotAText': {
    vi: '“{label}” không được để trống.',
    en: '“{label}” may not be empty.',
  },
  'schedule.impossibleDate': {
    vi: 'Ngày “{value}” không có trong lịch. Hãy sửa lại ngày.',
    en: 'The date “{value}” does not exist. Correct it.',
  },
  'schedule.calendarUnknown': {
    vi: 'Không có lịch làm việc “{calendar}”. Hãy chọn lịch khác hoặc tạo lịch này.',
    en: 'There is no working calendar “{calendar}”. Choose another one or create it.',
  },
  'schedule.deadlineUnknown': {
    vi: 'Hạn báo cáo chưa rõ (“theo quy định” hoặc ấn định ở nơi khác). Hãy ghi hạn, hoặc chọn “không có hạn”.',
    en: 'The deadline is unknown or set elsewhere. State it, or choose “no deadline”.',
  },
  'schedule.leadWithoutDate': {
    vi: 'Hạn tính lùi nhưng cấp trên không có ngày nào để tính. Hãy ghi ngày cho cấp trên hoặc cho kỳ báo cáo.',
    en: 'This deadline counts back, but there is no date above it to count from. Give the superior level or the period a date.',
  },
  'schedule.periodWithoutDate': {
    vi: 'Hạn theo kỳ báo cáo nhưng báo cáo này chỉ có một lần, không có kỳ. Hãy ghi ngày hoặc khai các kỳ.',
    en: 'The deadline is that of the period, but this report has no periods. Give a date or define the periods.',
  },
  'schedule.childAfterParent': {
    vi: 'Cấp “{level}” đến hạn {dueAt}, sau hạn của cấp trên ({limit}). Hãy đặt hạn sớm hơn.',
    en: 'The level “{level}” is due {dueAt}, after its superior ({limit}). Set an earlier deadline.',
  },
  'schedule.memberAfterConsolidator': {
    vi: 'Nhóm “{level}” đến hạn {dueAt}, sau hạn của đầu mối tổng hợp ({limit}). Hãy đặt hạn sớm hơn.',
    en: 'The group “{level}” is due {dueAt}, after its consolidator ({limit}). Set an earlier deadline.',
  },
  'schedule.dueBeforeStart': {
    vi: 'Hạn {date} của cấp “{level}” (kỳ “{period}”) đã qua khi bắt đầu ngày {start}. Hãy lùi hạn hoặc bắt đầu sớm hơn.',
    en: 'The deadline {date} of the level “{level}” (period “{period}”) has passed at the start on {start}. Move the deadline or start earlier.',
  },
  'schedule.allPeriodsPast': {
    vi: 'Mọi kỳ của báo cáo “{report}” đã qua khi bắt đầu. Hãy khai kỳ mới.',
    en: 'All periods of the report “{report}” have passed at the start. Define new ones.',
  },
  'schedule.periodSkipped': {
    vi: 'Kỳ “{period}” của báo cáo “{report}” đã qua khi bắt đầu nên được bỏ.',
    en: 'The period “{period}” of the report “{report}” has passed at the start and is left out.',
  },
  'schedule.periodUnknown': {
    vi: 'Không tìm thấy kỳ “{period}” trong sơ đồ.',
    en: 'The period “{period}” is not in the drawing.',
  },
};
