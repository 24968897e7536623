import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Command } from 'commander';
import type { Client } from '../client.ts';
import { localInstant, print, sayIn } from '../output.ts';
import type { Decided, ObligationRow } from '../rows.ts';
import type { WithClient } from '../with-client.ts';
import { statusWord } from '../words.ts';
import { UsageError } from '../settings.ts';
import { read, readJson } from '../files.ts';

interface SubmitOptions {
  readonly values?: string;
  readonly sections?: string;
  readonly nil?: boolean;
  readonly attach: readonly string[];
  readonly note?: string;
}

/** What commander hands over for `return`. */
type ReturnArguments = [id: string, version: string, options: { reason: string; reworkDue?: string }];

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export function reportCommands(withClient: WithClient): Command {
  const report = new Command('report').description('báo cáo / reports');
  report
    .command('submit')
    .argument('<obligation>')
    .option('--values <file>', 'chỉ tiêu: .json {mã: giá trị} hoặc .csv (mã,giá trị) / indicators')
    .option('--sections <file.json>', 'các phần lời văn / narrative sections')
    .option('--nil', 'không phát sinh / nothing to report')
    .option('--attach <kind=file>', 'tệp kèm; lặp lại được / repeatable', collect, [])
    .option('--note <text>')
    .description('nộp báo cáo / submit a report')
    .action(withClient(submit));
  report
    .command('accept')
    .argument('<obligation>')
    .argument('<version>')
    .description('duyệt báo cáo / accept')
    .action(
      withClient((client, id: string, version: string) =>
        decide(client, { id, version, way: 'acceptance', body: {} }),
      ),
    );
  report
    .command('return')
    .argument('<obligation>')
    .argument('<version>')
    .requiredOption('--reason <text>', 'lý do / reason')
    .option('--rework-due <instant>', 'hạn nộp lại, ISO 8601 / new date')
    .description('trả lại kèm lý do / return with a reason')
    .action(
      withClient((client, ...[id, version, options]: ReturnArguments) =>
        decide(client, {
          id,
          version,
          way: 'return',
          body: { reason: options.reason, reworkDueAt: options.reworkDue ?? null },
        }),
      ),
    );
  return report;
}

async function submit(client: Client, id: string, options: SubmitOptions): Promise<void> {
  const attachments = [];
  for (const each of options.attach) attachments.push(await upload(client, id, each));
  const receipt = await client.call<{ no: number; receivedAt: string; hash: string; late: boolean }>(
    `/api/obligations/${id}/reports`,
    {
      method: 'POST',
      body: {
        nil: options.nil === true,
        values: options.values === undefined ? {} : valuesOf(options.values),
        sections: options.sections === undefined ? {} : readJson(options.sections),
        attachments,
        note: options.note ?? '',
      },
    },
  );
  print(
    client.settings,
    receipt,
    () =>
      `Đã nhận bản ${receipt.no} lúc ${localInstant(receipt.receivedAt)}${receipt.late ? ' (muộn)' : ''}, mã băm ${receipt.hash.slice(0, 16)}…`,
  );
}

async function upload(client: Client, obligationId: string, kindAndFile: string): Promise<string> {
  const at = kindAndFile.indexOf('=');
  if (at < 1) throw new UsageError(`--attach ${kindAndFile}: viết loại=tệp / write kind=file`);
  const file = kindAndFile.slice(at + 1);
  const blob = await openAsBlob(file).catch(() => {
    throw new UsageError(`Không đọc được tệp ${file} / cannot read the file ${file}`);
  });
  const form = new FormData();
  form.set('kind', kindAndFile.slice(0, at));
  form.set('file', blob, basename(file));
  const stored = await client.call<{ id: string }>(`/api/obligations/${obligationId}/attachments`, {
    method: 'POST',
    form,
  });
  return stored.id;
}

function valuesOf(file: string): unknown {
  if (!file.endsWith('.csv')) return readJson(file);
  const rows: readonly (readonly string[])[] = parse(read(file), {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return Object.fromEntries(
    rows.map((row, index) => {
      if (row.length !== 2)
        throw new UsageError(
          `${file} dòng ${index + 1}: cần hai cột mã,giá trị / two columns: indicator,value`,
        );
      return [row[0] ?? '', row[1] ?? ''];
    }),
  );
}

interface Decision {
  readonly id: string;
  readonly version: string;
  readonly way: 'acceptance' | 'return';
  readonly body: Record<string, unknown>;
}

async function decide(client: Client, decision: Decision): Promise<void> {
  const { revision, unitName } = await client.call<ObligationRow>(`/api/obligations/${decision.id}`);
  const done = await client.call<Decided>(
    `/api/obligations/${decision.id}/reports/${decision.version}/${decision.way}`,
    {
      method: 'POST',
      body: { ...decision.body, expectedRevision: revision },
    },
  );
  print(client.settings, done, () => `${unitName}: ${statusWord(done.status, sayIn(client.settings))}`);
}
