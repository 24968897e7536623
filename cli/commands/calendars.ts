import { Command } from 'commander';
import { print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';
import { readJson } from '../files.ts';

interface CalendarRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly years: { readonly from: number; readonly to: number };
}

/** What commander hands over for `put`. */
type PutArguments = [id: string, file: string, options: { expectedVersion: string; reason: string }];

export function calendarCommands(withClient: WithClient): Command {
  const calendars = new Command('calendars').description('lịch làm việc / working calendars');
  calendars
    .command('list')
    .description('các lịch và phiên bản đang dùng / calendars and the version in force')
    .action(
      withClient(async (client) => {
        const page = await client.call<{ items: readonly CalendarRow[] }>('/api/calendars');
        print(client.settings, page, () =>
          table(
            ['Mã', 'Phiên bản', 'Tên', 'Năm'],
            page.items.map((row) => [
              row.id,
              String(row.version),
              row.name,
              `${row.years.from}–${row.years.to}`,
            ]),
          ),
        );
      }),
    );
  calendars
    .command('put')
    .argument('<id>')
    .argument('<file.json>', 'lịch đầy đủ của phiên bản mới / the whole calendar of the new version')
    .requiredOption('--expected-version <n>', 'phiên bản đang dùng / version in force')
    .requiredOption('--reason <text>', 'lý do / reason')
    .description(
      'phiên bản mới; hạn tính theo ngày làm việc được tính lại / new version, re-arms running campaigns',
    )
    .action(
      withClient(async (client, ...[id, file, options]: PutArguments) => {
        const body = {
          calendar: withoutIdentity(readJson(file)),
          expectedVersion: Number(options.expectedVersion),
          reason: options.reason,
        };
        const result = await client.call<{ version: number }>(
          `/api/calendars/${encodeURIComponent(id)}/versions`,
          { method: 'POST', body },
        );
        print(client.settings, result, () => `Đã ghi lịch ${id}, phiên bản ${result.version}.`);
      }),
    );
  return calendars;
}

/** The file may be what `calendars list --json` printed: the id stands in the command, the version is made. */
function withoutIdentity(calendar: unknown): unknown {
  if (typeof calendar !== 'object' || calendar === null) return calendar;
  return Object.fromEntries(Object.entries(calendar).filter(([key]) => key !== 'id' && key !== 'version'));
}
