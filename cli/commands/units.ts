import { Presets, SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { Client } from '../client.ts';
import { read } from '../files.ts';
import { print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface ImportPreview {
  readonly hash: string;
  readonly adds: readonly Change[];
  readonly moves: readonly Change[];
  readonly renames: readonly Change[];
  readonly closes: readonly Change[];
}
interface Change {
  readonly line: number;
  readonly id: string;
  readonly name: string;
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
  const csv = read(file);
  const preview = await client.call<ImportPreview>('/api/unit-imports/preview', {
    method: 'POST',
    body: { csv },
  });
  if (options.preview === true) {
    print(client.settings, preview, () => describe(preview));
    return;
  }
  const total = preview.adds.length + preview.moves.length + preview.renames.length + preview.closes.length;
  const bar = new SingleBar(
    { format: ' {bar} {value}/{total} đơn vị', stream: process.stderr, noTTYOutput: false },
    Presets.shades_classic,
  );
  if (!client.settings.json) bar.start(total, 0);
  // one transaction on the server: nothing is half imported, so the bar knows only "sent" and "done"
  const result = await client
    .call('/api/unit-imports', { method: 'POST', body: { csv, hash: preview.hash } })
    .finally(() => bar.stop());
  bar.update(total);
  print(client.settings, result, () => describe(preview));
}

function describe(preview: ImportPreview): string {
  const rows = (['adds', 'moves', 'renames', 'closes'] as const).map((kind) => {
    const changes = preview[kind];
    const examples = changes.slice(0, 3).map((change) => `${change.name} (dòng ${change.line})`);
    return [WORDS[kind], String(changes.length), examples.join('; ') + (changes.length > 3 ? ' …' : '')];
  });
  return table(['Thay đổi', 'Số lượng', 'Ví dụ'], rows);
}

const WORDS = { adds: 'Thêm', moves: 'Chuyển', renames: 'Đổi tên', closes: 'Kết thúc' } as const;
