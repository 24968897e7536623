import { spawnSync } from 'node:child_process';
import { asRoot, installersHere, type Installers, runCommand, type Step } from './browser-install.ts';
import type { Say } from './messages.ts';
import { findOnPath } from './tools.mjs';

/** What the tests of letters draw and read with; the font has the widths of Times New Roman and all of Vietnamese. */
const PACKAGES = ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-croscore'];

/** How LibreOffice and what reads its pages come onto a machine; none where nothing may be installed. */
export const officeCommands = ({ manager, ...rights }: Installers): Step['commands'] =>
  manager === 'apt-get'
    ? asRoot(
        [
          ['apt-get', 'update'],
          ['apt-get', 'install', '-y', '--no-install-recommends', ...PACKAGES],
        ],
        rights,
      )
    : [];

/** What bringing LibreOffice needs of the world; a test gives another one. */
export interface OfficeMeans {
  /** Whether all that is needed is there. */
  readonly present: () => Promise<boolean>;
  readonly commands: Step['commands'];
  readonly run: (command: Step['commands'][number], quietMs: number) => Promise<boolean>;
  readonly say: Say;
}

const QUIET_MS = 300_000;

/** Whether letters can be drawn here, after trying to make it so. */
export async function bringOffice({ present, commands, run, say }: OfficeMeans): Promise<boolean> {
  if (await present()) return true;
  if (commands.length === 0) return false;
  say(
    'Đang cài LibreOffice cho các phép thử văn bản (một lần)…',
    'Installing LibreOffice for the tests of letters (once)…',
  );
  for (const command of commands) if (!(await run(command, QUIET_MS))) break;
  return present();
}

const BY_HAND = `(Debian: apt-get install ${PACKAGES.join(' ')})`;
/** Said where letters cannot be drawn. */
export const WITHOUT_OFFICE =
  `Phép thử in văn bản cần LibreOffice và poppler mà máy này không có và không tự cài được ${BY_HAND}. | ` +
  `The tests that draw letters need LibreOffice and poppler, which this machine does not have and could not install by itself ${BY_HAND}.`;

/** For this machine: `findOffice` is the product's own search, handed in because documents is no room below this one. */
export const officeForTests = (findOffice: () => Promise<string | null>, say: Say): Promise<boolean> =>
  bringOffice({
    present: async () =>
      (await findOffice()) !== null &&
      ['pdftotext', 'pdftoppm'].every((name) => findOnPath(name) !== undefined) &&
      hasVietnameseFont(),
    commands: officeCommands(installersHere()),
    run: runCommand,
    say,
  });

/** Whether what stands for Times New Roman here has the Vietnamese letters; without fontconfig nobody can tell. */
function hasVietnameseFont(): boolean {
  const { status, stdout } = spawnSync('fc-match', ['-f', '%{lang}', 'Times New Roman'], {
    encoding: 'utf8',
  });
  return status !== 0 || stdout.split('|').includes('vi');
}
