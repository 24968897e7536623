import { Command } from 'commander';
import { localInstant, Negative, print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface AuditRow {
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly unitId: string | null;
  readonly subject: string;
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
    .option('--limit <n>', 'số dòng / rows', '50')
    .action(
      withClient(async (client, options: { campaign?: string; unit?: string; limit: string }) => {
        const page = await client.call<{ items: readonly AuditRow[] }>('/api/audit', {
          query: { ...options },
        });
        print(client.settings, page, () =>
          table(
            ['Lúc', 'Ai', 'Việc', 'Đơn vị', 'Đối tượng'],
            page.items.map((row) => [
              localInstant(row.at),
              row.actor,
              row.act,
              row.unitId ?? '',
              row.subject,
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
