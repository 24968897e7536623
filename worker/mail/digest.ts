import type { NoticeView } from '#acts';
import { formatDate } from '#engine';
import { STATUS_WORDS, TIMELINESS_WORDS } from '#model';

export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface DigestInput {
  readonly personName: string;
  /** Civil day of the digest. */
  readonly day: string;
  readonly notices: readonly NoticeView[];
  /** Address of the page, without a slash at the end. */
  readonly publicUrl: string;
}

/** The most pressing first; kinds that no group names come last. */
const GROUPS: readonly {
  readonly title: string;
  readonly short: string;
  readonly kinds: readonly string[];
}[] = [
  { title: 'Đã quá hạn', short: TIMELINESS_WORDS.overdue.vi, kinds: ['overdue'] },
  { title: 'Bị trả lại, phải nộp lại', short: STATUS_WORDS.returned.vi, kinds: ['returned'] },
  { title: 'Được đôn đốc', short: 'đôn đốc', kinds: ['urged'] },
  { title: 'Cấp dưới chưa hoàn thành', short: 'cấp dưới chưa hoàn thành', kinds: ['escalation'] },
  { title: 'Sắp đến hạn', short: 'sắp đến hạn', kinds: ['reminder'] },
  {
    title: 'Làm thay, ủy quyền, chức vụ',
    short: 'làm thay, chức vụ',
    kinds: ['delegated', 'delegationEnded', 'postHandedOver'],
  },
  { title: 'Việc mới', short: 'việc mới', kinds: ['opened'] },
];
const REST = { title: 'Thông báo khác', short: 'thông báo khác' };
/** No colour of its own: on the dark ground of a phone's mail black letters would be lost. */
const PALE = 'opacity:.75';
/** A ministry whose provinces are all late is told how many, not sent a book. */
const SHOWN = 40;

/** One mail with everything that a person is told on a day, as text and as simple HTML; Vietnamese. */
export function digestOf({ personName, day, notices, publicUrl }: DigestInput): Digest {
  const groups = grouped(withoutOutdated(notices));
  const date = formatDate(day);
  const counts = groups.map(({ short, items }) => `${items.length} ${short}`).join(', ');
  const all = `${publicUrl}/notices`;
  const severalUnits = new Set(notices.map(({ unitId }) => unitId)).size > 1;
  const whereOf = (notice: NoticeView): string =>
    [
      notice.campaignTitle,
      notice.periodLabel,
      severalUnits || notice.campaignTitle === null ? notice.unitName : null,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
  const text = [
    `Kính gửi ${inOneLine(personName)},`,
    '',
    `Việc của ngày ${date}: ${counts}.`,
    ...groups.flatMap(({ title, items }) => [
      '',
      `${title.toLocaleUpperCase('vi')} (${items.length})`,
      ...items
        .slice(0, SHOWN)
        .map(
          (notice) =>
            `- ${inOneLine(notice.vi)}\n  ${inOneLine(whereOf(notice))}\n  ${publicUrl}${notice.path}`,
        ),
      ...(items.length > SHOWN ? [`- và ${items.length - SHOWN} thông báo nữa: ${all}`] : []),
    ]),
    '',
    `Mọi thông báo: ${all}`,
    'Thư này do hệ thống gửi mỗi ngày làm việc một lần; xin đừng trả lời.',
    '',
  ].join('\n');
  const sections = groups.map(
    ({ title, items }) =>
      `<h2 style="font-size:16px;margin:20px 0 8px">${escaped(title)} (${items.length})</h2>\n<ul style="padding-left:20px;margin:0">\n${items
        .slice(0, SHOWN)
        .map(
          (notice) =>
            `<li style="margin-bottom:8px"><a href="${escaped(publicUrl + notice.path)}">${escaped(notice.vi)}</a><br><span style="${PALE}">${escaped(whereOf(notice))}</span></li>`,
        )
        .join(
          '\n',
        )}\n${items.length > SHOWN ? `<li>và ${items.length - SHOWN} thông báo nữa</li>\n` : ''}</ul>`,
  );
  const html = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(`Việc của ngày ${date}`)}</title></head>
<body style="color-scheme:light dark;font-family:Arial,sans-serif;font-size:15px;max-width:640px;overflow-wrap:anywhere">
<p>Kính gửi ${escaped(personName)},</p>
<p>Việc của ngày ${date}: ${escaped(counts)}.</p>
${sections.join('\n')}
<p style="margin-top:24px"><a href="${escaped(all)}">Mọi thông báo</a></p>
<p style="${PALE}">Thư này do hệ thống gửi mỗi ngày làm việc một lần; xin đừng trả lời.</p>
</body></html>
`;
  return { subject: `Việc ngày ${date}: ${counts}`, text, html };
}

/** A reason of several lines must not look like entries of the list, as which it would stand in a mail of text. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Of the reminders and overdue marks of one task the last one says all. */
function withoutOutdated(notices: readonly NoticeView[]): readonly NoticeView[] {
  const last = new Map<string, number>();
  const chased = ({ kind }: NoticeView): boolean => kind === 'reminder' || kind === 'overdue';
  for (const notice of notices)
    if (chased(notice) && notice.obligationId !== null) last.set(notice.obligationId, notice.id);
  return notices.filter(
    (notice) =>
      !chased(notice) || notice.obligationId === null || last.get(notice.obligationId) === notice.id,
  );
}

function grouped(notices: readonly NoticeView[]) {
  const named = GROUPS.map(({ title, short, kinds }) => ({
    title,
    short,
    items: notices.filter(({ kind }) => kinds.includes(kind)),
  }));
  const known = new Set(GROUPS.flatMap(({ kinds }) => kinds));
  const rest = { ...REST, items: notices.filter(({ kind }) => !known.has(kind)) };
  return [...named, rest].filter(({ items }) => items.length > 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Always the same for one person and day: a mail server drops what it gets twice. */
export const messageIdOf = (mail: { readonly id: string; readonly day: string }, from: string): string =>
  `<${mail.day}.${mail.id}@${/@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'cascade.invalid'}>`;
