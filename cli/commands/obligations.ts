import { Command } from 'commander';
import { dueText, print, sayIn, table } from '../output.ts';
import type { Decided, ObligationRow } from '../rows.ts';
import type { WithClient } from '../with-client.ts';
import { statusWord } from '../words.ts';

export function obligationCommands(withClient: WithClient): Command {
  const obligations = new Command('obligations').description(
    'việc phải làm và báo cáo phải nộp / obligations',
  );
  obligations
    .command('list')
    .option('--campaign <id>')
    .option('--unit <id>')
    .option('--status <status>')
    .option('--collector <id>', 'đơn vị nhận báo cáo / unit reported to')
    .option('--overdue', 'chỉ việc quá hạn / only overdue ones')
    .option('--period <key>')
    .option('-q, --query <text>')
    .action(
      withClient(async (client, options: Record<string, string | boolean | undefined>) => {
        const { query, ...filters } = options;
        const rows = await client.all<ObligationRow>('/api/obligations', { ...filters, q: query });
        const say = sayIn(client.settings);
        print(client.settings, { items: rows }, () =>
          table(
            [
              say('Mã', 'Id'),
              say('Đơn vị', 'Unit'),
              say('Kỳ', 'Period'),
              say('Trạng thái', 'Status'),
              say('Hạn', 'Deadline'),
              say('Quá hạn', 'Late'),
              say('Bản', 'Version'),
            ],
            rows.map((row) => [
              row.id,
              row.unitName,
              row.periodKey,
              statusWord(row.status, say),
              dueText(row, say),
              row.timeliness === 'overdue' ? '●' : '',
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
        const path = `/api/obligations/${id}/acknowledgement`;
        const done = await client.call<Decided>(path, { method: 'POST', body: {} });
        print(client.settings, done, () => statusWord(done.status, sayIn(client.settings)));
      }),
    );
  return obligations;
}
