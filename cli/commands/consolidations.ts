import { Command } from 'commander';
import { print } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface Place {
  readonly campaign: string;
  readonly period: string;
  readonly unit: string;
}

const pathOf = (place: Place): string =>
  `/api/campaigns/${place.campaign}/periods/${encodeURIComponent(place.period)}/units/${encodeURIComponent(place.unit)}`;

export function consolidationCommands(withClient: WithClient): Command {
  const consolidation = new Command('consolidation').description('báo cáo tổng hợp / consolidated reports');
  const at = (command: Command) =>
    command
      .requiredOption('--campaign <id>')
      .requiredOption('--unit <id>')
      .option('--period <key>', 'kỳ / period', 'once');
  at(consolidation.command('show'))
    .option('--revision <n>', 'bản; mặc định bản tạm tính / default: provisional')
    .description('bảng tổng hợp kèm độ phủ và đơn vị còn thiếu / totals, coverage and who is missing')
    .action(
      withClient(async (client, options: Place & { revision?: string }) => {
        const tail = options.revision === undefined ? 'provisional' : `consolidations/${options.revision}`;
        const result = await client.call(`${pathOf(options)}/${tail}`);
        print(client.settings, result, () => JSON.stringify(result, null, 2));
      }),
    );
  at(consolidation.command('sign'))
    .requiredOption('--revision <n>')
    .description('ký bản tổng hợp / sign a revision')
    .action(
      withClient(async (client, options: Place & { revision: string }) => {
        const result = await client.call<{ revision: number }>(
          `${pathOf(options)}/consolidations/${options.revision}/signature`,
          {
            method: 'POST',
            body: {},
          },
        );
        print(client.settings, result, () => `Đã ký bản tổng hợp số ${result.revision}.`);
      }),
    );
  return consolidation;
}
