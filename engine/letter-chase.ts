import { type CivilDate, cut, type Directive, type Office } from '#model';
import { formatDate } from './civil.ts';
import { citation } from './letter-citation.ts';
import type { FieldSource, GeneratedLetter, PassOnDue } from './letter-generated.ts';
import { keptBy, officeFields, signatureOf, sourcesOfHead } from './letter-office.ts';
import { asSecretAs, deadlineText } from './letter-wording.ts';

export interface ChaseInput {
  /** The directive whose reports are missing, and who issued it as a text writes the name. */
  readonly directive: Directive;
  readonly directiveFrom: string;
  readonly office: Office;
  /** Who collects, and chases. */
  readonly unitName: string;
  readonly report: { readonly title: string; readonly to: string };
  /** `Quý IV/2024`; null where there is only one period. */
  readonly periodLabel: string | null;
  /** Who has not reported, with the date in force for each. */
  readonly missing: readonly { readonly unitName: string; readonly due: PassOnDue | null }[];
  /** The date asked for now; null: at once. */
  readonly until: PassOnDue | null;
  readonly today: CivilDate;
}

/** Kính gửi names them one by one up to here; more are named in the text only. */
const MOST_ADDRESSED = 12;
/** Names in one paragraph: a list that can still be read. */
const NAMES_IN_A_ROW = 60;

/** The letter that urges those whose reports are missing (đôn đốc): whom, what, since when, and until when. */
export function chaseLetter(input: ChaseInput): GeneratedLetter {
  const { office, unitName, report, missing, until, today } = input;
  const period = input.periodLabel === null ? '' : ` ${input.periodLabel}`;
  const cited = citation(input.directive, input.directiveFrom);
  const kept = keptBy(office.notation);
  const names = byDeadline(missing);
  const asked = until === null ? 'ngay sau khi nhận được công văn này' : deadlineText(until);
  const paragraphs = [
    `Thực hiện ${cited}, các cơ quan, đơn vị có trách nhiệm báo cáo kết quả thực hiện (${report.title})${period} gửi ${report.to}.`,
    `Tính đến ngày ${formatDate(today)}, ${unitName} chưa nhận được báo cáo của ${missing.length} cơ quan, đơn vị sau:`,
    ...names,
    `${unitName} đề nghị các cơ quan, đơn vị có tên nêu trên khẩn trương hoàn thành và gửi báo cáo ${asked} để tổng hợp theo quy định; trường hợp có khó khăn, vướng mắc, kịp thời phản ánh để được hướng dẫn./.`,
  ];
  const document: Directive = {
    ...officeFields(office, unitName, today),
    documentType: 'Công văn',
    subject: cut(`đôn đốc báo cáo kết quả thực hiện${period} (${report.title})`, 500),
    legalBasis: [],
    addressees: addressed(missing.map((each) => each.unitName)).map((text) => ({ text, node: null })),
    paragraphs,
    recipients: [
      { name: 'Như trên', purpose: 'forAction', unit: null, sameAsAddressees: true },
      { name: kept.archive, purpose: 'archive', unit: null, sameAsAddressees: false },
    ],
    electronicOnly: true,
    signature: signatureOf(office),
    urgency: 'ordinary',
    ...asSecretAs(input.directive),
  };
  const source = (code: FieldSource['code'], params: FieldSource['params'] = {}): FieldSource => ({
    code,
    params,
  });
  const sources: Record<string, FieldSource> = {
    ...sourcesOfHead(office, unitName),
    subject: source('report', { report: report.title }),
    addressees: source('missing'),
    recipients: source('rule'),
    'recipients.1': source('office'),
    electronicOnly: source('rule'),
    urgency: source('rule'),
    confidentiality: source('received', { letter: cited }),
    'paragraphs.0': source('received', { letter: cited }),
    'paragraphs.1': source('missing'),
    [`paragraphs.${paragraphs.length - 1}`]: source('rule'),
  };
  names.forEach((_, at) => {
    sources[`paragraphs.${at + 2}`] = source('missing');
  });
  return { document, sources };
}

const addressed = (names: readonly string[]): readonly string[] =>
  names.length <= MOST_ADDRESSED ? names : [`${names.length} cơ quan, đơn vị có tên nêu trong công văn này`];

/** Those with the same date together, in the order of their first. */
function byDeadline(missing: ChaseInput['missing']): string[] {
  const groups = new Map<string, string[]>();
  for (const { unitName, due } of missing) {
    const text = due === null ? 'Chưa nộp báo cáo' : `Thời hạn báo cáo ${deadlineText(due)}`;
    groups.set(text, [...(groups.get(text) ?? []), unitName]);
  }
  return [...groups].flatMap(([text, names]) =>
    rows(names).map((row) => `- ${text} (${names.length} đơn vị): ${row.join('; ')}.`),
  );
}

function rows(names: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / NAMES_IN_A_ROW);
  return Array.from({ length: count }, (_, at) =>
    names.slice(at * NAMES_IN_A_ROW, (at + 1) * NAMES_IN_A_ROW),
  );
}
