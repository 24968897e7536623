import { Directive, type Definition, type DrawingNode, type DueRule } from '#model';
import { formatDate } from '#engine';
import { fold } from '#model/fold';

/** The groups that the letter itself addresses: those below the top. */
export function firstGroups({ nodes }: Pick<Definition, 'nodes'>): readonly DrawingNode[] {
  const top = nodes.find(({ parent }) => parent === null);
  return top === undefined ? [] : nodes.filter(({ parent }) => parent === top.id);
}

type Addressee = Directive['addressees'][number];

/** Kính gửi as the drawing has it: what is bound already keeps its wording, what stands outside stays. */
export function addresseesOf(definition: Definition, known: readonly Addressee[] = []): Addressee[] {
  const groups = firstGroups(definition);
  const bound = groups.map(
    ({ id, name }) => known.find(({ node }) => node === id) ?? { text: name, node: id },
  );
  const names = new Set(groups.map(({ id }) => id));
  return [...bound, ...known.filter(({ node }) => node === null || !names.has(node))];
}

/** Where the name of a body ends and the place that it belongs to begins. */
const PLACE = new Set(['quan', 'huyen', 'tinh', 'thanh', 'thi', 'phuong', 'xa', 'tp', 'tp.', 'dac']);
const SMALL = new Set(['va', 'cac', 'cua', '-', '–']);

/** `Sở Thông tin và Truyền thông` → `STTTT`, `UBND TP Hải Phòng` → `UBND`: a first guess at the ký hiệu. */
export function notationOf(body: string): string {
  const words = body
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const [first = ''] = words;
  if (/^\p{Lu}{2,}$/u.test(first) && words.length > 1 && words.some((word) => /\p{Ll}/u.test(word)))
    return first;
  const until = words.findIndex((word, at) => at > 0 && PLACE.has(fold(word)));
  const own = (until === -1 ? words : words.slice(0, until)).filter((word) => !SMALL.has(fold(word)));
  const initials = own.map((word) => word.replace(/[^\p{L}]/gu, '').charAt(0)).join('');
  return initials.toLocaleUpperCase('vi').slice(0, 10) || 'CQ';
}

/** A letter to begin with: everything in it follows from the drawing. */
export function proposeLetter(definition: Definition, startOn: string): Directive {
  const top = definition.nodes.find(({ parent }) => parent === null);
  const issuer = top?.name ?? definition.title.slice(0, 200);
  const [year = 0, month = 1] = startOn.split('-').map(Number);
  return Directive.parse({
    codeNumber: null,
    codeNotation: notationOf(issuer),
    documentType: 'Công văn',
    subject: definition.title,
    issuedDate: { year, month, day: null },
    place: '',
    issuingBody: issuer,
    addressees: addresseesOf(definition),
    paragraphs: paragraphsOf(definition, issuer),
    recipients: [
      { name: 'Như trên', purpose: 'forAction', sameAsAddressees: true },
      { name: 'VT', purpose: 'archive' },
    ],
  });
}

/** The schema takes no more; a letter that long is cut to what somebody will read. */
const MOST_PARAGRAPHS = 200;

function paragraphsOf(definition: Definition, issuer: string): string[] {
  const top = definition.nodes.find(({ parent }) => parent === null);
  const groups = firstGroups(definition);
  const parts = [
    ...(top?.sharedTasks ?? []).map(({ text }) => [text]),
    ...groups
      .filter(({ tasks }) => tasks.length > 0)
      .map(({ name, tasks }) => [`${name}:`, ...tasks.map(({ text }) => `- ${text}`)]),
  ];
  const numbered = parts.flatMap(([first = '', ...rest], index) => [`${index + 1}. ${first}`, ...rest]);
  const opening = `${issuer} đề nghị các cơ quan, đơn vị triển khai thực hiện${parts.length === 0 ? '.' : ' các nội dung sau:'}`;
  const dues = new Set(groups.flatMap(({ obligations }) => obligations.flatMap(({ due }) => dueWords(due))));
  const reports = [...dues].map((due) => `Báo cáo kết quả gửi ${issuer} ${due} để tổng hợp.`);
  return [opening, ...numbered.slice(0, MOST_PARAGRAPHS - 1 - reports.length), ...reports];
}

/** `trước ngày 08/12/2024`; nothing where the drawing itself does not know the date. */
function dueWords(due: DueRule): readonly string[] {
  if (due.kind !== 'date' || typeof due.date !== 'string') return [];
  const hour = due.time === null ? '' : `${due.time.replace(':', ' giờ ')} `;
  return [`${due.bound === 'before' ? 'trước' : 'chậm nhất'} ${hour}ngày ${formatDate(due.date)}`];
}
