import type { Instant, Word } from '#model';
import { civilDateOf, formatDate, lastMomentOnTime, timeOfDayOf } from './civil.ts';
import { PEOPLE_SENTENCES } from './notice-people.ts';

/** A notice with the names that its sentence needs; names are looked up by whoever asks. */
export interface NoticeFacts {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The unit that the notice is about, where that is another than the one told. */
  readonly aboutName: string | null;
  /** The unit that sent what the notice tells of. */
  readonly fromName: string | null;
}

/** What one notice says, as a page and a mail show it. */
export function noticeSentence(facts: NoticeFacts): Word {
  const say = SENTENCES[facts.kind];
  return say === undefined ? { vi: 'Có thông báo mới.', en: 'There is a new notice.' } : say(facts);
}

/** The last moment on time: `hết ngày 07/12/2024`, or its minute where the deadline names an hour. */
export function deadlineWords(dueAt: Instant): Word {
  const last = lastMomentOnTime(dueAt);
  if (timeOfDayOf(dueAt) === '00:00') {
    const day = formatDate(civilDateOf(last));
    return { vi: `hết ngày ${day}`, en: `end of ${day}` };
  }
  const moment = `${timeOfDayOf(last)} ${formatDate(civilDateOf(last))}`;
  return { vi: moment, en: moment };
}

type Say = (facts: NoticeFacts) => Word;

const textOf = (body: NoticeFacts['body'], key: string): string => {
  const value = body[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const due = (body: NoticeFacts['body'], key = 'dueAt'): Word | null => {
  const value = textOf(body, key);
  return value === '' ? null : deadlineWords(value);
};
const by = (body: NoticeFacts['body'], key = 'dueAt'): Word => {
  const day = due(body, key);
  return day === null ? { vi: '', en: '' } : { vi: `, hạn ${day.vi}`, en: `, due ${day.en}` };
};
const reasonOf = ({ body }: NoticeFacts): string => {
  const reason = textOf(body, 'reason').trim();
  return reason === '' ? '' : `: ${reason.replace(/[.\s]+$/, '')}`;
};

/** What is owed is a report where nothing else is said. */
const WORK: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  acknowledge: { vi: 'tiếp nhận văn bản', en: 'acknowledge the letter' },
  actorTask: { vi: 'thực hiện nhiệm vụ', en: 'carry out a task' },
};
const REPORT = { vi: 'nộp báo cáo', en: 'hand in a report' };

const OPENED: Say = ({ body, fromName }) => {
  const work = WORK[textOf(body, 'kind')] ?? REPORT;
  const when = by(body);
  const from = fromName === null ? '' : ` từ ${fromName}`;
  const fromEn = fromName === null ? '' : ` from ${fromName}`;
  return {
    vi: `Việc mới${from}: ${work.vi}${when.vi}.`,
    en: `New task${fromEn}: ${work.en}${when.en}.`,
  };
};

const EXTENSION: Say = (facts) => {
  const { body, aboutName } = facts;
  const day = due(body) ?? { vi: '', en: '' };
  const reason = reasonOf(facts);
  if (body['calendar'] !== undefined) {
    return {
      vi: `Lịch làm việc thay đổi: hạn mới là ${day.vi}.`,
      en: `The working calendar changed: the new deadline is ${day.en}.`,
    };
  }
  if (body['event'] !== undefined) {
    return {
      vi: `Ngày sự kiện đã được công bố: hạn là ${day.vi}.`,
      en: `The date of the event was declared: the deadline is ${day.en}.`,
    };
  }
  switch (body['state']) {
    case 'granted':
      return { vi: `Được gia hạn đến ${day.vi}${reason}.`, en: `Extended to ${day.en}${reason}.` };
    case 'countered':
      return {
        vi: `Được gia hạn đến ${day.vi}, khác ngày đã xin${reason}.`,
        en: `Extended to ${day.en}, another day than asked for${reason}.`,
      };
    case 'refused':
      return {
        vi: `Đề nghị gia hạn không được chấp thuận${reason}.`,
        en: `The extension was not granted${reason}.`,
      };
    default: {
      const asked = due(body, 'askedDueAt') ?? { vi: '', en: '' };
      return {
        vi: `${aboutName ?? 'Đơn vị cấp dưới'} xin gia hạn đến ${asked.vi}${reason}.`,
        en: `${aboutName ?? 'A unit below'} asks for an extension to ${asked.en}${reason}.`,
      };
    }
  }
};

const SENTENCES: Readonly<Record<string, Say>> = {
  opened: OPENED,
  reminder: ({ body }) => {
    const when = by(body);
    return { vi: `Sắp đến hạn${when.vi}.`, en: `Due soon${when.en}.` };
  },
  overdue: ({ body }) => {
    const when = by(body);
    const again = body['rework'] === true;
    return {
      vi: `Đã quá hạn, ${again ? 'chưa nộp lại' : 'chưa hoàn thành'}${when.vi}.`,
      en: `Overdue, ${again ? 'not handed in again' : 'not done'}${when.en}.`,
    };
  },
  escalation: ({ body, aboutName }) => {
    const when = by(body);
    const who = textOf(body, 'unitName') || aboutName || '';
    return { vi: `${who} chưa hoàn thành${when.vi}.`, en: `${who} has not finished${when.en}.` };
  },
  returned: (facts) => {
    const day = due(facts.body, 'reworkDueAt');
    const no = textOf(facts.body, 'no');
    return {
      vi: `Báo cáo bản ${no} bị trả lại${reasonOf(facts)}.${day === null ? '' : ` Nộp lại chậm nhất ${day.vi}.`}`,
      en: `Version ${no} of the report was returned${reasonOf(facts)}.${day === null ? '' : ` Hand it in again by ${day.en}.`}`,
    };
  },
  accepted: ({ body }) => ({
    vi: `Báo cáo bản ${textOf(body, 'no')} đã được duyệt.`,
    en: `Version ${textOf(body, 'no')} of the report was accepted.`,
  }),
  extension: EXTENSION,
  information: ({ fromName }) => ({
    vi: `Gửi để biết: văn bản của ${fromName ?? 'cấp trên'}.`,
    en: `For information: a letter of ${fromName ?? 'the level above'}.`,
  }),
  revision: ({ body }) => ({
    vi: `Bản tổng hợp số ${textOf(body, 'revision')} đã lập xong, chờ ký.`,
    en: `Revision ${textOf(body, 'revision')} of the consolidation is drawn up and waits for a signature.`,
  }),
  windowEnd: ({ body }) => {
    const day = due(body, 'endsAt') ?? { vi: '', en: '' };
    return {
      vi: `Thời gian thực hiện nhiệm vụ kết thúc: ${day.vi}.`,
      en: `The time for the task has ended: ${day.en}.`,
    };
  },
  urged: (facts) => {
    const { body, fromName } = facts;
    const when = by(body);
    const words = (textOf(body, 'text') || textOf(body, 'reason')).trim().replace(/[.\s]+$/, '');
    const said = words === '' ? '' : `: ${words}`;
    return {
      vi: `${fromName ?? 'Cấp trên'} đôn đốc${said}${when.vi}.`,
      en: `${fromName ?? 'The level above'} urges${said}${when.en}.`,
    };
  },
  ...PEOPLE_SENTENCES,
};

/** Every kind that has a sentence of its own. */
export const NOTICE_KINDS: readonly string[] = Object.keys(SENTENCES);
