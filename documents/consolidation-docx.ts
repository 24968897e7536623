import type { Paragraph } from 'docx';
import type { ConsolidationInput, NarrativeSection } from './consolidation.ts';
import { figures } from './consolidation-table.ts';
import { SIZE } from './layout.ts';
import { letterAddressees, paragraph } from './letter-body.ts';
import { letterFoot } from './letter-foot.ts';
import { letterHead, letterTitle } from './letter-head.ts';
import { packSheet } from './pack.ts';
import { line, RED, run } from './pieces.ts';
import { coverageLine, occasionLine, stateLine } from './state-line.ts';
import { valueText } from './value-text.ts';

const BODY = SIZE.body;

/** A consolidation as a report: the narrative with who wrote what, then the figures. Head and signature as in any letter. */
export async function consolidationDocx(input: ConsolidationInput): Promise<Buffer> {
  const { letter, state } = input;
  const own = input.levels.filter(({ depth }) => depth === 1);
  const provisional = state.kind !== 'signed';
  return packSheet({
    title: letter.subject,
    author: letter.issuingBody,
    ...(provisional ? { mark: stateLine(input) } : {}),
    children: [
      letterHead(letter),
      ...letterTitle(letter),
      ...(provisional ? [warningLine(stateLine(input))] : []),
      ...letterAddressees(letter),
      ...letter.paragraphs.map((text) => paragraph([run(text, { size: BODY })])),
      paragraph([run(`${occasionLine(input)}.`, { size: BODY })]),
      paragraph([run(`${coverageLine(input)}.`, { size: BODY })]),
      ...(provisional ? [] : [paragraph([run(`${stateLine(input)}.`, { size: BODY, italics: true })])]),
      ...narrative(input.sections),
      ...targets(input, input.sections.length + 1),
      ...own.flatMap(figures),
      // also keeps the table of figures and that of the foot from becoming one
      paragraph([run(`Trên đây là báo cáo tổng hợp của ${input.unitName}./.`, { size: BODY })], true, 160),
      letterFoot(letter),
    ],
  });
}

const warningLine = (text: string): Paragraph =>
  line(text, { size: BODY, bold: true, color: RED, before: 160, after: 160 });

const heading = (text: string): Paragraph => paragraph([run(text, { size: BODY, bold: true })], true);

function narrative(sections: readonly NarrativeSection[]): Paragraph[] {
  return sections.flatMap(({ title, paragraphs }, at) => [
    heading(`${at + 1}. ${title}`),
    ...(paragraphs.length === 0
      ? [paragraph([run('(Không có nội dung)', { size: BODY, italics: true })])]
      : []),
    ...paragraphs.flatMap(({ text, unitName, edited }) =>
      text
        .split('\n')
        .map((part, index, parts) =>
          paragraph([
            run(part, { size: BODY }),
            ...(unitName === null || index < parts.length - 1
              ? []
              : [run(` (${unitName}${edited ? ', đã biên tập' : ''})`, { size: SIZE.table, italics: true })]),
          ]),
        ),
    ),
  ]);
}

function targets(input: ConsolidationInput, number: number): Paragraph[] {
  if (input.targets.length === 0) return [];
  const text = (value: string): string => valueText({ kind: 'number', value }, 0);
  return [
    heading(`${number}. Kết quả so với chỉ tiêu giao`),
    ...input.targets.map(({ label, total, attained, percent }) =>
      paragraph([
        run(
          `- ${label}: giao ${text(total)}, đạt ${text(attained)}${percent === null ? '' : ` (${text(percent)}\u00a0%)`}.`,
          { size: BODY },
        ),
      ]),
    ),
  ];
}
