import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What finding LibreOffice depends on; a test gives another machine. */
export interface OfficeMachine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runnable: (file: string) => Promise<boolean>;
}

const NAMES = ['soffice', 'libreoffice'];
const LINUX = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/usr/lib64/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
];
const MAC = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** LibreOffice on this machine: the one that the setting names, else on PATH, else where it usually is; null without one. */
export async function findOffice(machine: OfficeMachine = thisMachine()): Promise<string | null> {
  for (const file of officePlaces(machine)) if (await machine.runnable(file)) return file;
  return null;
}

export function officePlaces({ platform, env }: OfficeMachine): readonly string[] {
  const named = env['CASCADE_OFFICE'];
  // whoever names one means that one: another would convert unasked
  if (named !== undefined && named !== '') return [named];
  const program = (name: string): string => (platform === 'win32' ? `${name}.exe` : name);
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, program(name))));
  return [...onPath, ...usualPlaces(platform, env)];
}

function usualPlaces(platform: NodeJS.Platform, env: OfficeMachine['env']): readonly string[] {
  if (platform === 'darwin') return MAC;
  if (platform !== 'win32') return LINUX;
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, 'LibreOffice', 'program', 'soffice.exe')],
  );
}

const thisMachine = (): OfficeMachine => ({
  platform: process.platform,
  env: process.env,
  runnable: (file) =>
    access(file, constants.X_OK).then(
      () => true,
      () => false,
    ),
});
