import type { Say } from './output.ts';

type Words = Readonly<Record<string, readonly [vi: string, en: string]>>;

const STATUS: Words = {
  dormant: ['chưa phát sinh', 'dormant'],
  open: ['chưa tiếp nhận', 'open'],
  acknowledged: ['đã tiếp nhận', 'acknowledged'],
  submitted: ['chờ duyệt', 'submitted'],
  returned: ['bị trả lại', 'returned'],
  accepted: ['đã chấp nhận', 'accepted'],
  cancelled: ['đã thu hồi', 'cancelled'],
  running: ['đang chạy', 'running'],
  closed: ['đã kết thúc', 'closed'],
  live: ['thật', 'live'],
  rehearsal: ['diễn tập', 'rehearsal'],
};

const COUNTS: Words = {
  units: ['Đơn vị', 'Units'],
  planned: ['Việc theo kế hoạch', 'Planned'],
  opened: ['Đã giao', 'Opened'],
  acknowledged: ['Đã tiếp nhận', 'Acknowledged'],
  outstanding: ['Chưa nộp', 'Outstanding'],
  submitted: ['Chờ duyệt', 'Submitted'],
  returned: ['Bị trả lại', 'Returned'],
  accepted: ['Đã chấp nhận', 'Accepted'],
  overdue: ['Quá hạn', 'Overdue'],
  done: ['Xong', 'Done'],
  dormant: ['Chưa phát sinh', 'Dormant'],
  obligations: ['Báo cáo phải nộp', 'Reports owed'],
  acknowledgements: ['Chỉ phải tiếp nhận', 'Acknowledgements'],
  nodes: ['Đơn vị chuyển tiếp, tổng hợp', 'Relaying or consolidating units'],
  actorTasks: ['Nhiệm vụ của đơn vị khác', 'Tasks of others'],
  information: ['Nơi nhận để biết', 'For information'],
};

const look = (words: Words, word: string, say: Say): string => {
  const found = words[word];
  return found === undefined ? word : say(...found);
};

export const statusWord = (word: string, say: Say): string => look(STATUS, word, say);
export const countWord = (word: string, say: Say): string => look(COUNTS, word, say);
