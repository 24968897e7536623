import { Command } from 'commander';
import { localInstant, print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

export interface ObligationRow {
  readonly id: string;
  readonly campaignId: string;
  readonly periodKey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly version: number;
  readonly revision: number;
}

export function obligationCommands(withClient: WithClient): Command {
  const obligations = new Command('obligations').description(
    'việc phải làm và báo cáo phải nộp / obligations',
  );
  obligations
    .command('list')
    .option('--campaign <id>')
    .option('--unit <id>')
    .option('--status <status>')
    .option('--period <key>')
    .option('-q, --query <text>')
    .action(
      withClient(async (client, options: Record<string, string | undefined>) => {
        const { query, ...filters } = options;
        const rows = await client.all<ObligationRow>('/api/obligations', { ...filters, q: query });
        print(client.settings, { items: rows }, () =>
          table(
            ['Mã', 'Đơn vị', 'Kỳ', 'Trạng thái', 'Hạn', 'Bản'],
            rows.map((row) => [
              row.id,
              row.unitName,
              row.periodKey,
              row.status,
              localInstant(row.dueAt),
              String(row.version),
            ]),
          ),
        );
      }),
    );
  obligations
    .command('acknowledge')
    .alias('ack')
    .argument('<id>')
    .description('xác nhận đã tiếp nhận / acknowledge receipt')
    .action(
      withClient(async (client, id: string) => {
        const row = await client.call<ObligationRow>(`/api/obligations/${id}/acknowledgement`, {
          method: 'POST',
          body: {},
        });
        print(client.settings, row, () => `Đã tiếp nhận: ${row.unitName} (${row.status}).`);
      }),
    );
  return obligations;
}
