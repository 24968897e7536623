import { Presets, SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { Client, ShownProblem } from '../client.ts';
import { read } from '../files.ts';
import { localInstant, Negative, print, type Say, sayIn, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface ImportPreview {
  readonly previewHash: string;
  readonly adds: readonly { readonly line: number; readonly name: string }[];
  readonly renames: readonly { readonly line: number; readonly oldName: string; readonly newName: string }[];
  readonly moves: readonly {
    readonly line: number;
    readonly id: string;
    readonly toParentId: string | null;
  }[];
  readonly closes: readonly { readonly line: number; readonly name: string; readonly validTo: string }[];
  readonly changes: readonly {
    readonly line: number;
    readonly id: string;
    readonly columns: readonly string[];
  }[];
  readonly unchanged: number;
  readonly problems: readonly ShownProblem[];
}
interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly chain: string;
  readonly parentId: string | null;
}

export function unitCommands(withClient: WithClient): Command {
  const units = new Command('units').description('danh bạ đơn vị / directory of units');
  units
    .command('list')
    .description('tìm theo tên (có dấu hoặc không), loại, đơn vị cấp trên / find units')
    .option('-q, --query <text>')
    .option('--kind <kind>')
    .option('--under <unit>')
    .option('--limit <n>', 'số dòng / rows', '50')
    .action(
      withClient(
        async (client, options: { query?: string; kind?: string; under?: string; limit: string }) => {
          const page = await client.call<{ items: readonly UnitRow[] }>('/api/units', {
            query: { q: options.query, kind: options.kind, under: options.under, limit: options.limit },
          });
          print(client.settings, page, () =>
            table(
              ['Mã', 'Tên', 'Loại', 'Hệ thống', 'Cấp trên'],
              page.items.map((unit) => [unit.id, unit.name, unit.kind, unit.chain, unit.parentId ?? '']),
            ),
          );
        },
      ),
    );
  units
    .command('import')
    .argument('<file.csv>')
    .description('nhập cây đơn vị; xem trước bằng --preview / import a tree of units')
    .option('--preview', 'chỉ xem: thêm, chuyển, đổi tên, kết thúc / only show what would change')
    .action(withClient(importUnits));
  return units;
}

async function importUnits(client: Client, file: string, options: { preview?: boolean }): Promise<void> {
  const { settings } = client;
  const csv = read(file);
  const preview = await client.call<ImportPreview>('/api/unit-imports/preview', {
    method: 'POST',
    body: { csv },
  });
  const refused = preview.problems.some(({ severity }) => severity === 'error');
  if (options.preview === true || refused) {
    print(settings, preview, () => describe(preview, sayIn(settings)));
    if (refused) throw new Negative();
    return;
  }
  const { adds, moves, renames, closes, changes, previewHash } = preview;
  const total = adds.length + moves.length + renames.length + closes.length + changes.length;
  const bar = new SingleBar(
    { format: ' {bar} {value}/{total} đơn vị / units', stream: process.stderr, noTTYOutput: false },
    Presets.shades_classic,
  );
  if (!settings.json) bar.start(total, 0);
  try {
    // one transaction on the server: nothing is half imported, so the bar knows only "sent" and "done"
    const result = await client.call('/api/unit-imports', { method: 'POST', body: { csv, previewHash } });
    bar.update(total);
    bar.stop();
    print(settings, result, () => describe(preview, sayIn(settings)));
  } finally {
    bar.stop();
  }
}

const EXAMPLES = 3;

function describe(preview: ImportPreview, say: Say): string {
  const row = <T extends { line: number }>(
    word: string,
    changes: readonly T[],
    tell: (change: T) => string,
  ) => {
    const examples = changes
      .slice(0, EXAMPLES)
      .map((change) => `${tell(change)} (${say('dòng', 'line')} ${change.line})`);
    return [word, String(changes.length), examples.join('; ') + (changes.length > EXAMPLES ? ' …' : '')];
  };
  const rows = [
    row(say('Thêm', 'Added'), preview.adds, ({ name }) => name),
    row(say('Chuyển', 'Moved'), preview.moves, ({ id, toParentId }) => `${id} → ${toParentId ?? '–'}`),
    row(say('Đổi tên', 'Renamed'), preview.renames, ({ oldName, newName }) => `${oldName} → ${newName}`),
    row(say('Kết thúc', 'Closed'), preview.closes, ({ name, validTo }) => `${name} ${day(validTo)}`),
    row(say('Sửa', 'Changed'), preview.changes, ({ id, columns }) => `${id}: ${columns.join(', ')}`),
    [say('Giữ nguyên', 'Unchanged'), String(preview.unchanged), ''],
  ];
  return [
    table([say('Thay đổi', 'Change'), say('Số lượng', 'Number'), say('Ví dụ', 'Examples')], rows),
    ...preview.problems.map(
      ({ severity, vi, en }) => `${severity === 'error' ? say('LỖI', 'ERROR') : '!'} ${say(vi, en)}`,
    ),
  ].join('\n');
}

const day = (date: string) => localInstant(`${date}T05:00:00.000Z`).slice(0, 10);
