import { capital, type Word } from '#model';
import { formatDate } from './civil.ts';

type Body = Readonly<Record<string, unknown>>;
interface Facts {
  readonly body: Body;
}

const textOf = (body: Body, key: string): string => {
  const value = body[key];
  return typeof value === 'string' ? value.trim().replace(/[.\s]+$/, '') : '';
};
const after = (sign: string, text: string): string => (text === '' ? '' : `${sign}${text}`);
const postOf = (body: Body): string => {
  const post = textOf(body, 'post');
  return post === '' ? '' : ` (${post})`;
};
const nameOf = (body: Body, key: string): Word => {
  const name = textOf(body, key);
  return name === '' ? { vi: 'cán bộ khác', en: 'a colleague' } : { vi: name, en: name };
};

function timeOf(body: Body): Word {
  const [first, last] = [textOf(body, 'fromDate'), textOf(body, 'toDate')];
  if (first === '' || last === '') return { vi: '', en: '' };
  const [from, to] = [formatDate(first), formatDate(last)];
  return first === last
    ? { vi: ` ngày ${from}`, en: ` on ${from}` }
    : { vi: ` từ ngày ${from} đến hết ngày ${to}`, en: ` from ${from} to ${to}` };
}

/** What is told to one person: a delegation, its end, a post. */
export const PEOPLE_SENTENCES: Readonly<Record<string, (facts: Facts) => Word>> = {
  delegated: ({ body }) => {
    const giver = nameOf(body, 'giver');
    const [post, time, reason] = [postOf(body), timeOf(body), after(': ', textOf(body, 'reason'))];
    return body['kind'] === 'delegation'
      ? {
          vi: `Được ${giver.vi}${post} ủy quyền một phần việc${time.vi}${reason}.`,
          en: `Part of the work of ${giver.en}${post} is delegated to you${time.en}${reason}.`,
        }
      : {
          vi: `Được cử làm thay ${giver.vi}${post}${time.vi}${reason}.`,
          en: `You stand in for ${giver.en}${post}${time.en}${reason}.`,
        };
  },
  delegationEnded: ({ body }) => {
    const [giver, receiver] = [nameOf(body, 'giver'), nameOf(body, 'receiver')];
    const [post, by] = [postOf(body), textOf(body, 'by')];
    const who = { vi: after('; người kết thúc: ', by), en: after('; ended by ', by) };
    return body['kind'] === 'delegation'
      ? {
          vi: `Ủy quyền của ${giver.vi}${post} cho ${receiver.vi} đã chấm dứt trước hạn${who.vi}.`,
          en: `The delegation by ${giver.en}${post} to ${receiver.en} ended before its time${who.en}.`,
        }
      : {
          vi: `${capital(receiver.vi)} thôi làm thay ${giver.vi}${post} trước hạn${who.vi}.`,
          en: `${capital(receiver.en)} no longer stands in for ${giver.en}${post}${who.en}.`,
        };
  },
  postHandedOver: ({ body }) => {
    const [post, giver, work] = [textOf(body, 'post'), textOf(body, 'giver'), Number(body['work'] ?? 0)];
    const tasks = work === 1 ? 'task' : 'tasks';
    const done = {
      vi: work > 0 ? `, cùng ${work} việc đang làm` : '',
      en: work > 0 ? `, with ${work} open ${tasks}` : '',
    };
    return {
      vi: `Nhận chức vụ${after(' ', post)}${after(' từ ', giver)}${done.vi}.`,
      en: `You hold the post${after(' ', post)} now${after(', handed over by ', giver)}${done.en}.`,
    };
  },
};
