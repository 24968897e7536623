import type { FiledConsolidation, FiledRow, FiledTable } from '#acts';
import type { ConsolidationInput, Level, NarrativeSection } from '#documents';
import { civilDateOf, type Missing, missingBelow } from '#engine';
import { keptBy, officeFields, signatureOf } from '#engine/letter-office';
import { asSecretAs } from '#engine/letter-wording';
import { cut, type Directive, type Indicator, isEdited, periodName, type ReportForm } from '#model';
import { bothNames } from '../both-names.ts';
import { MISSING, plainName, RULES, standingWords } from './export-words.ts';

/** A consolidation as its files show it; figures are handed on as they are, never worked out here. */
export function exportInput(filed: FiledConsolidation): ConsolidationInput {
  const { table, coverage, levels } = filed;
  return {
    letter: reportLetter(filed),
    unitName: filed.bodyName,
    campaignTitle: table.campaign.title,
    documentCode: table.campaign.documentCode,
    // of what happens once the period says nothing
    periodLabel: periodName(table) ?? '',
    state: stateOf(filed),
    coverage: {
      accepted: coverage.accepted,
      owed: coverage.owed,
      missing: coverage.missing.map(missingWords),
      missingBelow: missingBelow(coverage).map(missingWords),
    },
    levels: levels.flatMap((tables, above) =>
      table.forms.flatMap((form) => levelOf(tables, { form, depth: above + 1 })),
    ),
    sections: table.forms.flatMap((form) =>
      form.sections.map((section) =>
        narrativeSection(filed, { form, section, several: table.forms.length > 1 }),
      ),
    ),
    targets: table.forms.flatMap((form) =>
      Object.entries(levels[0][0].reports[form.id]?.targets ?? {}).map(
        ([id, { total, attained, percent }]) => ({
          label: form.indicators.find((indicator) => indicator.id === id)?.label ?? id,
          total,
          attained,
          percent,
        }),
      ),
    ),
  };
}

const missingWords = ({ unitName, state }: Missing): string => `${unitName} (${MISSING[state]})`;

/** `TAM-TINH_tong-hop_ubnd-thanh-pho-bac-kan_nam-2024.xlsx`: a provisional file says so before it is opened. */
export function exportName({ table, bodyName, revision }: FiledConsolidation, format: string): string {
  const state = revision === null ? 'TAM-TINH' : revision.state === 'draft' ? 'CHO-KY' : '';
  const period = plainName(periodName(table) ?? '');
  const number = revision === null ? '' : `ban-${revision.revision}`;
  const parts = [state, 'tong-hop', plainName(bodyName), period, number];
  return `${parts.filter((part) => part !== '').join('_')}.${format}`;
}

function stateOf({ table, revision }: FiledConsolidation): ConsolidationInput['state'] {
  if (revision === null) return { kind: 'provisional', at: table.campaign.now };
  if (revision.signedAt === null) return { kind: 'draft', revision: revision.revision, at: revision.drawnAt };
  const by = bothNames(revision.signedByName, revision.signedOnBehalfOfName);
  return { kind: 'signed', revision: revision.revision, at: revision.signedAt, by };
}

function levelOf(
  all: readonly FiledTable[],
  { form, depth }: { readonly form: ReportForm; readonly depth: number },
): readonly Level[] {
  const tables = all.filter(({ reports }) => reports[form.id] !== undefined);
  if (tables.length === 0) return [];
  const level = {
    depth,
    title: form.title,
    columns: form.indicators.map((indicator) => ({
      id: indicator.id,
      label: indicator.label,
      unit: indicator.unit,
      decimals: decimalsOf(indicator),
      type: indicator.type,
      rule: RULES[indicator.aggregate],
    })),
    tables: tables.map((table) => ({
      unitName: toldApart(table, tables),
      rows: table.rows.filter(({ reportId }) => reportId === form.id).map((row) => levelRow(row, form)),
      totals: form.indicators.map(({ id }) => table.reports[form.id]?.indicators[id]?.value ?? null),
    })),
  };
  return [level];
}

/** Many a province has a district Châu Thành: such are told apart by whom they hand in to. */
function toldApart({ unitId, unitName, aboveName }: FiledTable, all: readonly FiledTable[]): string {
  const alike = all.some((other) => other.unitId !== unitId && other.unitName === unitName);
  return alike && aboveName !== null ? `${unitName} (${aboveName})` : unitName;
}

/** Averages are worked out two digits further than the figures they are of (engine/aggregate). */
const decimalsOf = ({ aggregate, decimals }: Indicator): number =>
  aggregate === 'average' ? decimals + 2 : decimals;

function levelRow(row: FiledRow, form: ReportForm): Level['tables'][number]['rows'][number] {
  const { source } = row;
  return {
    unitName: row.unitName,
    status: standingWords(row),
    cells: form.indicators.map(({ id }) => row.values?.[id] ?? null),
    counted: row.standing.kind === 'counted',
    source:
      source === null
        ? null
        : {
            version: source.version,
            receivedAt: source.receivedAt,
            by: bothNames(source.byName, source.onBehalfOfName),
            hash: source.hash,
          },
  };
}

interface OfSection {
  readonly form: ReportForm;
  readonly section: ReportForm['sections'][number];
  readonly several: boolean;
}

/** As it was picked and edited; where nobody did, everything that came from below. */
function narrativeSection(
  filed: FiledConsolidation,
  { form, section, several }: OfSection,
): NarrativeSection {
  const title = several ? `${section.title} (${form.title})` : section.title;
  const written = filed.narrative[form.id]?.[section.id];
  if (written !== undefined) {
    const picked = written.filter((paragraph) => paragraph.picked && paragraph.text.trim() !== '');
    return {
      title,
      paragraphs: picked.map((paragraph) => ({
        text: paragraph.text.trim(),
        unitName:
          paragraph.sources.length === 0
            ? null
            : paragraph.sources.map(({ unitName }) => unitName).join(', '),
        edited: paragraph.sources.length > 0 && isEdited(paragraph),
      })),
    };
  }
  const gathered = filed.levels[0][0].reports[form.id]?.sections[section.id] ?? [];
  return {
    title,
    paragraphs: gathered.map(({ unitId, unitName, text }) => ({
      text,
      unitName: unitId === filed.table.unitId ? null : unitName,
      edited: false,
    })),
  };
}

/**
 * Head and foot of the report (loại Báo cáo), of the day on which its state came about, so that a revision is the
 * same file whenever it is exported; the number stays blank until the records office gives one.
 */
function reportLetter(filed: FiledConsolidation): Directive {
  const { table, bodyName, handsInTo, office, directive } = filed;
  const { kind, at } = stateOf(filed);
  const head = officeFields(office, bodyName, civilDateOf(at));
  // on which day a draft will be signed nobody knows
  const day = kind === 'draft' ? null : Number(civilDateOf(at).slice(8));
  const [body = office.notation] = office.notation.split('-');
  const kept = keptBy(office.notation);
  return {
    ...head,
    issuedDate: head.issuedDate && { ...head.issuedDate, day },
    codeNotation: office.system === 'party' ? office.notation : `BC-${body}`,
    documentType: 'Báo cáo',
    subject: subjectOf(table.forms, table.campaign.title),
    legalBasis: [],
    addressees: [],
    paragraphs: [],
    recipients: [
      ...handsInTo.map((name) => ({
        name,
        purpose: 'forReport' as const,
        unit: null,
        sameAsAddressees: false,
      })),
      { name: kept.archive, purpose: 'archive', unit: null, sameAsAddressees: false },
    ],
    electronicOnly: true,
    signature: signatureOf(office),
    urgency: 'ordinary',
    ...(directive === null ? {} : asSecretAs(directive)),
  };
}

/** The word “Báo cáo” stands above it already. */
function subjectOf([form, ...more]: readonly ReportForm[], title: string): string {
  const name = form === undefined || more.length > 0 ? title : form.title.replace(/^Báo cáo\s+/iu, '');
  return cut(`Tổng hợp ${name.charAt(0).toLowerCase()}${name.slice(1)}`, 500);
}
