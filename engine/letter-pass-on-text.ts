import type { FieldSource, PassOnGroup, PassOnInput } from './letter-generated.ts';
import { deadlineText } from './letter-wording.ts';

/** A paragraph of a generated letter and where it comes from. */
export interface SourcedText {
  readonly text: string;
  readonly source: FieldSource;
}

/** The tasks: those of every group once, then each group's own; the unit's own additions last. Numbered as letters are. */
export function taskParagraphs(input: PassOnInput): SourcedText[] {
  const { groups, addedTasks } = input;
  const source = (group: PassOnGroup): FieldSource => ({ code: 'group', params: { group: group.name } });
  const [first, ...others] = groups;
  const common = (first?.tasks ?? []).filter(({ id }) =>
    others.every(({ tasks }) => tasks.some((task) => task.id === id)),
  );
  const shared = new Set(common.map(({ id }) => id));
  const own = groups
    .map((group) => ({ group, tasks: group.tasks.filter(({ id }) => !shared.has(id)) }))
    .filter(({ tasks }) => tasks.length > 0);
  const parts: SourcedText[][] = [];
  if (common.length > 0) {
    parts.push([
      { text: 'Nội dung thực hiện', source: RULE },
      ...common.map(({ text }) => ({ text: `- ${ended(text)}`, source: TASKS })),
    ]);
  }
  if (own.length > 0) {
    parts.push([
      { text: 'Nhiệm vụ của từng nhóm đơn vị', source: RULE },
      ...own.flatMap(({ group, tasks }) => groupParagraphs(group, tasks, source(group))),
    ]);
  }
  if (addedTasks.length > 0) {
    parts.push([
      { text: `Nội dung do ${input.unitName} giao thêm`, source: RULE },
      ...addedTasks.map((text) => ({ text: `- ${ended(text)}`, source: ADDED })),
    ]);
  }
  return parts.flatMap((lines, part) =>
    lines.map((line, at) => (at === 0 ? { ...line, text: `${part + 1}. ${line.text}` } : line)),
  );
}

function groupParagraphs(
  { addressees }: PassOnGroup,
  tasks: PassOnGroup['tasks'],
  source: FieldSource,
): SourcedText[] {
  const [only, ...more] = tasks.map(({ text }) => ended(text));
  if (only !== undefined && more.length === 0) return [{ text: `- ${addressees}: ${only}`, source }];
  return [
    { text: `- ${addressees}:`, source },
    ...tasks.map(({ text }) => ({ text: `+ ${ended(text)}`, source })),
  ];
}

/** Who reports by when: one sentence where all have the same day, else a line for each group that has one. */
export function reportParagraphs({ groups, report }: PassOnInput): SourcedText[] {
  if (report === null) return [];
  const asked = `báo cáo kết quả thực hiện (${report.title}) gửi ${report.to}`;
  const dues = groups.flatMap(({ name, addressees, due }) =>
    due === null ? [] : [{ name, addressees, text: deadlineText(due) }],
  );
  const [first] = dues;
  const inOne = dues.length === groups.length && dues.every(({ text }) => text === first?.text);
  const until = first === undefined || !inOne ? '' : ` ${first.text}`;
  const sentence = `Đề nghị các cơ quan, đơn vị ${asked}${until} để tổng hợp, báo cáo theo quy định`;
  if (first === undefined || inOne) {
    const source: FieldSource =
      first === undefined
        ? { code: 'report', params: { report: report.title } }
        : { code: 'deadline', params: { group: groups.map(({ name }) => name).join('; ') } };
    return [{ text: `${sentence}.`, source }];
  }
  return [
    { text: `${sentence}:`, source: { code: 'report', params: { report: report.title } } },
    ...dues.map(({ name, addressees, text }, at) => ({
      text: `- ${addressees}: ${text}${at === dues.length - 1 ? '.' : ';'}`,
      source: { code: 'deadline', params: { group: name } } satisfies FieldSource,
    })),
  ];
}

const RULE: FieldSource = { code: 'rule', params: {} };
const TASKS: FieldSource = { code: 'tasks', params: {} };
const ADDED: FieldSource = { code: 'added', params: {} };

/** A task ends like a sentence, whatever its writer put there; dots of an ellipsis stay. */
const ended = (text: string): string => {
  const trimmed = text.trim();
  return /[.!?:…]$/.test(trimmed) ? trimmed : `${trimmed.replace(/[;,]$/, '')}.`;
};
