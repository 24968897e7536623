import { Command } from 'commander';
import type { Client, ShownProblem } from '../client.ts';
import { localInstant, Negative, print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';
import { readJson } from '../files.ts';

interface DefinitionRow {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly draftRevision: number;
  readonly latestVersion: number;
  readonly updatedAt: string;
}

/** Accepts an id or the key of the drawing. */
export async function definitionByKey(client: Client, idOrKey: string): Promise<DefinitionRow | null> {
  for await (const row of client.pages<DefinitionRow>('/api/definitions')) {
    if (row.id === idOrKey || row.key === idOrKey) return row;
  }
  return null;
}

export function definitionCommands(withClient: WithClient): Command {
  const definitions = new Command('definitions').description('bản vẽ chiến dịch / definitions');
  definitions
    .command('list')
    .description('bản mẫu và của đơn vị tôi / templates and our own')
    .action(
      withClient(async (client) => {
        const rows = await client.all<DefinitionRow>('/api/definitions');
        print(client.settings, { items: rows }, () =>
          table(
            ['Khoá', 'Tên', 'Phiên bản', 'Sửa lúc'],
            rows.map((row) => [
              row.key,
              row.title,
              row.latestVersion === 0 ? '–' : String(row.latestVersion),
              localInstant(row.updatedAt),
            ]),
          ),
        );
      }),
    );
  definitions
    .command('validate')
    .argument('<file.json>')
    .description('liệt kê lỗi và cảnh báo; có lỗi thì mã thoát 1 / list errors and warnings')
    .action(
      withClient(async (client, file: string) => {
        const result = await client.call<{ problems: readonly ShownProblem[] }>('/api/definitions/validate', {
          method: 'POST',
          body: { definition: readJson(file) },
        });
        print(client.settings, result, () =>
          result.problems.length === 0
            ? 'Không có lỗi.'
            : result.problems
                .map(
                  (found) =>
                    `${found.severity === 'error' ? 'LỖI     ' : 'cảnh báo'}  ${found.path.join('.')}: ${client.settings.lang === 'en' ? found.en : found.vi}`,
                )
                .join('\n'),
        );
        if (result.problems.some((found) => found.severity === 'error')) throw new Negative();
      }),
    );
  definitions
    .command('publish')
    .argument('<file.json>')
    .description('lưu bản nháp theo khoá rồi ban hành phiên bản mới / save as draft, then publish')
    .action(withClient(publish));
  return definitions;
}

async function publish(client: Client, file: string): Promise<void> {
  const definition = readJson(file);
  const key =
    typeof definition === 'object' && definition !== null && 'key' in definition
      ? String(definition.key)
      : '';
  const existing = await definitionByKey(client, key);
  const draft =
    existing === null
      ? await client.call<DefinitionRow>('/api/definitions', { method: 'POST', body: { definition } })
      : await client.call<DefinitionRow>(`/api/definitions/${existing.id}/draft`, {
          method: 'PUT',
          body: { definition, expectedRevision: existing.draftRevision },
        });
  const version = await client.call<{ version: number; hash: string }>(
    `/api/definitions/${draft.id}/versions`,
    {
      method: 'POST',
      body: { expectedRevision: draft.draftRevision },
    },
  );
  print(
    client.settings,
    { id: draft.id, ...version },
    () => `Đã ban hành ${key}, phiên bản ${version.version}.`,
  );
}
