import { Command } from 'commander';
import { localInstant, print, sayIn, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly scopes: readonly string[];
  readonly createdByName: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export function keyCommands(withClient: WithClient): Command {
  const keys = new Command('keys').description(
    'khóa dịch vụ của các hệ thống khác / service keys of other systems',
  );
  keys
    .command('list')
    .description('khóa trong phạm vi, mới nhất trước / keys within reach, newest first')
    .action(
      withClient(async (client) => {
        const say = sayIn(client.settings);
        const items = await client.all<KeyRow>('/api/keys', { limit: 200 });
        print(client.settings, { items }, () =>
          table(
            [
              'Mã',
              say('Tên', 'Name'),
              say('Đơn vị', 'Unit'),
              say('Quyền', 'Scopes'),
              say('Dùng gần nhất', 'Last used'),
              '',
            ],
            items.map((key) => [
              key.id,
              key.name,
              key.unitName ?? say('toàn hệ thống', 'whole installation'),
              key.scopes.join(' '),
              localInstant(key.lastUsedAt),
              key.revokedAt === null ? '' : say('đã thu hồi', 'revoked'),
            ]),
          ),
        );
      }),
    );
  keys
    .command('issue')
    .argument('<name>')
    .description('cấp khóa; mã bí mật chỉ hiện một lần / issue a key; its secret is shown once')
    .requiredOption('--scope <scope...>', 'quyền, nhắc lại được / scopes, several allowed')
    .option('--unit <id>', 'đơn vị; bỏ trống: toàn hệ thống / unit; absent: the whole installation')
    .action(
      withClient(async (client, name: string, options: { scope: string[]; unit?: string }) => {
        const say = sayIn(client.settings);
        const made = await client.call<KeyRow & { readonly secret: string }>('/api/keys', {
          method: 'POST',
          body: { name, unitId: options.unit ?? null, scopes: options.scope },
        });
        print(client.settings, made, () =>
          [
            made.secret,
            say(
              `Khóa ${made.id}. Cất ngay: mã này không hiện lại.`,
              `Key ${made.id}. Keep it now: it is not shown again.`,
            ),
          ].join('\n'),
        );
      }),
    );
  keys
    .command('revoke')
    .argument('<id>')
    .description('thu hồi: lần gọi sau bị từ chối / revoke: the next call is refused')
    .action(
      withClient(async (client, id: string) => {
        const key = await client.call<KeyRow>(`/api/keys/${encodeURIComponent(id)}/revocation`, {
          method: 'POST',
          body: {},
        });
        print(client.settings, key, () =>
          sayIn(client.settings)(`Đã thu hồi khóa “${key.name}”.`, `The key “${key.name}” is revoked.`),
        );
      }),
    );
  return keys;
}
