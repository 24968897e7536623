import { Command } from 'commander';
import type { Client } from '../client.ts';
import { readJson } from '../files.ts';
import { localInstant, print, type Say, sayIn, table, vietnamese } from '../output.ts';
import type { WithClient } from '../with-client.ts';
import { missingWord } from '../words.ts';

interface Place {
  readonly campaign: string;
  readonly period: string;
  readonly unit: string;
}

type Value =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'yesNo'; readonly yes: boolean };

interface Covered {
  readonly owed: number;
  readonly accepted: number;
  readonly missing: readonly { readonly unitName: string; readonly state: string }[];
}

interface Snapshot {
  /** Absent: a provisional one. */
  readonly revision?: number;
  readonly state?: 'draft' | 'signed';
  readonly signedAt?: string | null;
  readonly coverage: Covered & { readonly deep: Covered };
  readonly reports: Readonly<
    Record<string, { readonly indicators: Readonly<Record<string, { readonly value: Value | null }>> }>
  >;
}

interface Forms {
  readonly reports: readonly {
    readonly id: string;
    readonly title: string;
    readonly indicators: readonly {
      readonly id: string;
      readonly label: string;
      readonly unit?: string | null;
    }[];
  }[];
}

const pathOf = (place: Place): string =>
  `/api/campaigns/${place.campaign}/periods/${encodeURIComponent(place.period)}/units/${encodeURIComponent(place.unit)}`;

export function consolidationCommands(withClient: WithClient): Command {
  const consolidation = new Command('consolidation').description('báo cáo tổng hợp / consolidated reports');
  const at = (command: Command) =>
    command
      .requiredOption('--campaign <id>')
      .requiredOption('--unit <id>', 'đơn vị tổng hợp / consolidating unit')
      .option('--period <key>', 'kỳ / period', 'once');
  at(consolidation.command('show'))
    .option('--revision <n>', 'bản; mặc định bản tạm tính / default: provisional')
    .description('bảng tổng hợp kèm độ phủ và đơn vị còn thiếu / totals, coverage and who is missing')
    .action(withClient(show));
  at(consolidation.command('sign'))
    .requiredOption('--revision <n>')
    .option('--own-part <file.json>', '{báo cáo: {values, sections, nil}} của chính đơn vị / own figures')
    .description('ký bản tổng hợp / sign a revision')
    .action(withClient(sign));
  return consolidation;
}

async function show(client: Client, options: Place & { revision?: string }): Promise<void> {
  const tail = options.revision === undefined ? 'provisional' : `consolidations/${options.revision}`;
  const snapshot = await client.call<Snapshot>(`${pathOf(options)}/${tail}`);
  if (client.settings.json) return print(client.settings, snapshot, () => '');
  const forms = await client.call<Forms>(`/api/campaigns/${options.campaign}`);
  print(client.settings, snapshot, () => snapshotText(snapshot, forms, sayIn(client.settings)));
}

/** A provisional one cannot be mistaken for a signed one: the first line says which it is. */
function snapshotText(snapshot: Snapshot, { reports }: Forms, say: Say): string {
  const { coverage } = snapshot;
  const tables = reports
    .filter(({ id }) => snapshot.reports[id] !== undefined)
    .map(({ id, title, indicators }) => {
      const rows = indicators.map((each) => [
        each.label,
        valueText(snapshot.reports[id]?.indicators[each.id]?.value ?? null, say),
        each.unit ?? '',
      ]);
      return table([title, say('Tổng', 'Total'), say('Đơn vị tính', 'Unit')], rows);
    });
  return [
    headline(snapshot, say),
    say(
      `Đã duyệt ${coverage.accepted}/${coverage.owed}; mọi cấp ${coverage.deep.accepted}/${coverage.deep.owed}`,
      `Accepted ${coverage.accepted}/${coverage.owed}; all levels ${coverage.deep.accepted}/${coverage.deep.owed}`,
    ),
    ...coverage.deep.missing.map(({ unitName, state }) => `  – ${unitName}: ${missingWord(state, say)}`),
    '',
    ...tables,
  ].join('\n');
}

function headline({ revision, state, signedAt }: Snapshot, say: Say): string {
  if (revision === undefined)
    return say('SỐ TẠM TÍNH, không phải bản đã ký', 'PROVISIONAL, not a signed report');
  if (state === 'draft')
    return say(`Bản ${revision}, dự thảo chờ ký`, `Revision ${revision}, a draft to be signed`);
  const at = localInstant(signedAt);
  return say(`Bản ${revision}, đã ký ${at}`, `Revision ${revision}, signed ${at}`);
}

function valueText(value: Value | null, say: Say): string {
  switch (value?.kind) {
    case undefined:
      return '–';
    case 'number':
      return vietnamese(value.value);
    case 'ratio':
      return `${vietnamese(value.numerator)} / ${vietnamese(value.denominator)}`;
    case 'text':
      return value.text;
    case 'list':
      return value.items.join('; ');
    case 'yesNo':
      return value.yes ? say('có', 'yes') : say('không', 'no');
  }
}

async function sign(client: Client, options: Place & { revision: string; ownPart?: string }): Promise<void> {
  const path = `${pathOf(options)}/consolidations/${options.revision}/signature`;
  const body = options.ownPart === undefined ? {} : { ownPart: readJson(options.ownPart) };
  const result = await client.call<{ revision: number }>(path, { method: 'POST', body });
  const say = sayIn(client.settings);
  print(client.settings, result, () =>
    say(`Đã ký bản tổng hợp số ${result.revision}.`, `Signed revision ${result.revision}.`),
  );
}
