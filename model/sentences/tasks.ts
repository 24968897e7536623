import type { Sentences } from './sentence.ts';

/** Refusals of the task list: who does what, reminders, bulk acts, saved filters. */
export const TASK_SENTENCES: Sentences = {
  'task.notFound': {
    vi: 'Không có việc này ở đơn vị mình, hoặc việc đã xong. Tải lại danh sách.',
    en: 'There is no such task at your unit, or it is done. Reload the list.',
  },
  'task.unitRequired': {
    vi: 'Khóa của toàn hệ thống phải nói rõ việc của đơn vị nào (unit).',
    en: 'A key of the whole installation has to say whose tasks it means (unit).',
  },
  'task.peopleOnly': {
    vi: 'Chỉ cán bộ nhận, giao việc và lưu bộ lọc; khóa hệ thống thì không.',
    en: 'Only people take and give tasks and keep filters; systems do not.',
  },
  'task.takenConflict': {
    vi: '{name} vừa nhận việc này. Danh sách đã đổi, hãy xem lại rồi làm tiếp.',
    en: '{name} has taken this task just now. Look at the list again and go on.',
  },
  'task.changedConflict': {
    vi: 'Việc này vừa được người khác giao hoặc trả lại. Danh sách đã đổi, hãy xem lại rồi làm tiếp.',
    en: 'Somebody has given this task to another or given it back just now. Look at the list again and go on.',
  },
  'task.nobodyHasIt': {
    vi: 'Chưa ai nhận việc này nên không có gì để trả lại.',
    en: 'Nobody has this task, so there is nothing to give back.',
  },
  'task.notYours': {
    vi: 'Chỉ người đang giữ việc mới giao lại được; lãnh đạo dùng “Giao việc”.',
    en: 'Only whoever has the task can give it on; a leader uses “Assign”.',
  },
  'task.personRequired': {
    vi: 'Chọn người nhận việc.',
    en: 'Choose who is to do it.',
  },
  'task.notAColleague': {
    vi: 'Người được chọn không giữ chức vụ nào ở {unit}. Chọn người trong đơn vị.',
    en: 'Somebody chosen holds no post at {unit}. Choose people of the unit.',
  },
  'task.dateAfterDeadline': {
    vi: 'Ngày {dueOn} sau hạn của đơn vị ({last}). Chọn ngày sớm hơn.',
    en: '{dueOn} is after the unit’s own deadline ({last}). Choose an earlier day.',
  },
  'reminder.nothingOwed': {
    vi: 'Đơn vị này không còn nợ gì ở việc này nên không cần đôn đốc.',
    en: 'This unit owes nothing here any more; there is nothing to remind of.',
  },
  'reminder.alreadyToday': {
    vi: '{unit} đã được đôn đốc hôm nay ({at}). Ngày mai mới đôn đốc lại được.',
    en: '{unit} has been reminded today already ({at}). Remind again tomorrow.',
  },
  'bulk.incomplete': {
    vi: 'Dòng này thiếu thông tin cho thao tác “{act}” (subject; hoặc obligationId và no).',
    en: 'This row lacks what “{act}” needs (subject; or obligationId and no).',
  },
  'filter.notFound': {
    vi: 'Không có bộ lọc này.',
    en: 'There is no such filter.',
  },
  'filter.nameConflict': {
    vi: 'Đã có bộ lọc tên “{name}”. Chọn tên khác.',
    en: 'You have a filter named “{name}” already. Choose another name.',
  },
  'filter.tooMany': {
    vi: 'Đã lưu {most} bộ lọc, nhiều nhất có thể. Xóa bớt rồi lưu lại.',
    en: 'There are {most} filters, as many as there can be. Delete one first.',
  },
};
