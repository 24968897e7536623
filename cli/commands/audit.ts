import { Command } from 'commander';
import { localInstant, Negative, print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface AuditRow {
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  readonly act: string;
  readonly unitName: string | null;
  readonly campaignTitle: string | null;
}

interface Verification {
  readonly intact: boolean;
  readonly rows: number;
  readonly firstBroken: { readonly chain: number; readonly seq: number; readonly reason: string } | null;
}

export function auditCommands(withClient: WithClient): Command {
  const audit = new Command('audit').description('nhật ký không sửa được / audit trail');
  audit
    .command('list')
    .option('--campaign <id>')
    .option('--unit <id>')
    .option('--person <name>', 'một phần tên, có dấu hoặc không / part of a name')
    .option('--act <act>', 'ví dụ / e.g. report.returned')
    .option('--from <day>', 'yyyy-mm-dd')
    .option('--to <day>', 'yyyy-mm-dd')
    .option('--limit <n>', 'số dòng / rows', '50')
    .action(
      withClient(async (client, options: Readonly<Record<string, string>>) => {
        const page = await client.call<{ items: readonly AuditRow[] }>('/api/audit', {
          query: { ...options },
        });
        print(client.settings, page, () =>
          table(
            ['Lúc', 'Ai', 'Thay cho', 'Việc', 'Đơn vị', 'Chiến dịch'],
            page.items.map((row) => [
              localInstant(row.at),
              row.actorName ?? row.actor,
              row.onBehalfOf === null ? '' : (row.onBehalfOfName ?? row.onBehalfOf),
              row.act,
              row.unitName ?? '',
              row.campaignTitle ?? '',
            ]),
          ),
        );
      }),
    );
  audit
    .command('verify')
    .description('kiểm chuỗi băm / verify the hash chain')
    .action(
      withClient(async (client) => {
        const result = await client.call<Verification>('/api/audit/verification');
        print(client.settings, result, () =>
          result.intact
            ? `Nguyên vẹn: ${result.rows} dòng.`
            : `KHÔNG nguyên vẹn: chuỗi ${result.firstBroken?.chain} dòng ${result.firstBroken?.seq} (${result.firstBroken?.reason}).`,
        );
        if (!result.intact) throw new Negative();
      }),
    );
  return audit;
}
