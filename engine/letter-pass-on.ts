import { cut, type Directive, type LegalBasis } from '#model';
import { aboutText, citation } from './letter-citation.ts';
import type { FieldSource, GeneratedLetter, PassOnInput } from './letter-generated.ts';
import { keptBy, officeFields, signatureOf, sourcesOfHead } from './letter-office.ts';
import { asSecretAs, codeText } from './letter-wording.ts';
import { reportParagraphs, type SourcedText, taskParagraphs } from './letter-pass-on-text.ts';

export type { GeneratedLetter, PassOnGroup, PassOnInput } from './letter-generated.ts';

/**
 * The letter by which a unit passes on what it received, as a draft to be edited: the basis chain grown by
 * the received letter, the unit's own head and signature, its groups with their tasks and earlier dates.
 * Number and day stay blank until the records office issues it.
 */
export function passOnLetter(input: PassOnInput): GeneratedLetter {
  const { received, office, groups, today } = input;
  const from = input.receivedFrom ?? received.issuingBody;
  const basis = basisOf(received, from);
  const paragraphs = paragraphsOf(input, from);
  const kept = keptBy(office.notation);
  const document: Directive = {
    ...officeFields(office, input.unitName, today),
    documentType: 'Công văn',
    subject: received.subject,
    legalBasis: basis,
    addressees: groups.map(({ addressees, node }) => ({ text: addressees, node })),
    paragraphs: paragraphs.map(({ text }) => text),
    recipients: [
      { name: 'Như trên', purpose: 'forAction', unit: null, sameAsAddressees: true },
      { name: from, purpose: 'forReport', unit: null, sameAsAddressees: false },
      { name: kept.archive, purpose: 'archive', unit: null, sameAsAddressees: false },
    ],
    electronicOnly: received.electronicOnly,
    signature: signatureOf(office),
    urgency: received.urgency,
    ...asSecretAs(received),
  };
  return { document, sources: sourcesOf(input, document, paragraphs) };
}

/** What our letter is based on: what the received one was based on, then the received one itself. */
function basisOf(received: Directive, from: string): LegalBasis[] {
  const { codeNumber, system, documentType, subject, issuedDate } = received;
  const own: LegalBasis = {
    documentCode: codeNumber === null ? null : codeText(received),
    type: cut(documentType, 60),
    title: aboutText(subject),
    issuedDate,
    body: from,
    system,
    relation: 'implements',
  };
  // what our superior carried out is background to us; the oldest give way where the chain is full
  const inherited = received.legalBasis.map((each) => ({ ...each, relation: 'policyBackground' as const }));
  return [...inherited.slice(-(MOST_BASES - 1)), own];
}

const MOST_BASES = 60;

function paragraphsOf(input: PassOnInput, from: string): SourcedText[] {
  const { received, unitName } = input;
  const cited: FieldSource = { code: 'received', params: { letter: citation(received, from) } };
  const opening = `Thực hiện ${citation(received, from)}, ${unitName} đề nghị các cơ quan, đơn vị (như kính gửi) triển khai thực hiện các nội dung sau:`;
  const closing = `${unitName} đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.`;
  return [
    { text: opening, source: cited },
    ...taskParagraphs(input),
    ...reportParagraphs(input),
    { text: closing, source: { code: 'rule', params: {} } },
  ];
}

function sourcesOf(
  { received, receivedFrom, groups, office, unitName }: PassOnInput,
  document: Directive,
  paragraphs: readonly SourcedText[],
): Record<string, FieldSource> {
  const letter = citation(received, receivedFrom ?? received.issuingBody);
  const fromReceived: FieldSource = { code: 'received', params: { letter } };
  const sources: Record<string, FieldSource> = {
    ...sourcesOfHead(office, unitName),
    subject: fromReceived,
    urgency: fromReceived,
    confidentiality: fromReceived,
    electronicOnly: fromReceived,
    'recipients.0': { code: 'rule', params: {} },
    'recipients.1': fromReceived,
    'recipients.2': { code: 'office', params: {} },
  };
  document.legalBasis.forEach((_, at) => {
    const last = at === document.legalBasis.length - 1;
    sources[`legalBasis.${at}`] = last ? fromReceived : { code: 'receivedBasis', params: { letter } };
  });
  groups.forEach(({ name }, at) => {
    sources[`addressees.${at}`] = { code: 'group', params: { group: name } };
  });
  paragraphs.forEach(({ source }, at) => {
    sources[`paragraphs.${at}`] = source;
  });
  return sources;
}
