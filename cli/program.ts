import { Command } from 'commander';
import { Client } from './client.ts';
import { auditCommands } from './commands/audit.ts';
import { calendarCommands } from './commands/calendars.ts';
import { campaignCommands } from './commands/campaigns.ts';
import { consolidationCommands } from './commands/consolidations.ts';
import { definitionCommands } from './commands/definitions.ts';
import { keyCommands } from './commands/keys.ts';
import { obligationCommands } from './commands/obligations.ts';
import { reportCommands } from './commands/reports.ts';
import { unitCommands } from './commands/units.ts';
import { EXIT, explain } from './output.ts';
import { type GlobalOptions, resolveSettings } from './settings.ts';
import type { WithClient } from './with-client.ts';

export function buildProgram(): { run(argv: readonly string[]): Promise<number> } {
  const program = new Command('cascade')
    .description('Chiến dịch chỉ đạo theo cấp, từ dòng lệnh / cascades of directives from the command line')
    .option(
      '--api <url>',
      'địa chỉ API / address of the API',
      process.env['CASCADE_API'] ?? 'http://127.0.0.1:3000',
    )
    .option('--key <key>', 'khoá dịch vụ / service key (CASCADE_KEY)')
    .option('--lang <vi|en>', 'ngôn ngữ / language', 'vi')
    .option('--json', 'in nguyên JSON của API / print the JSON of the API')
    .helpOption('-h, --help', 'cách dùng / usage');
  const options = () => program.opts<GlobalOptions>();
  const withClient: WithClient =
    (run) =>
    async (...rest) => {
      await run(new Client(resolveSettings(options())), ...rest);
    };
  for (const add of [
    unitCommands,
    calendarCommands,
    definitionCommands,
    campaignCommands,
    obligationCommands,
    reportCommands,
    consolidationCommands,
    auditCommands,
    keyCommands,
  ]) {
    program.addCommand(add(withClient));
  }
  // commander does not hand this down to commands that are added whole
  const throwing = (command: Command): void => {
    command.exitOverride().showHelpAfterError();
    command.commands.forEach(throwing);
  };
  throwing(program);
  return {
    run: async (argv) => {
      try {
        await program.parseAsync([...argv]);
        return EXIT.ok;
      } catch (error) {
        if (isCommanderExit(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
        return explain(error, options().lang === 'en' ? 'en' : 'vi', options().json === true);
      }
    },
  };
}

function isCommanderExit(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
