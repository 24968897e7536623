import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FONT } from './layout.ts';

/**
 * A profile for one conversion. Where Times New Roman is not installed LibreOffice takes a font that may lack
 * half of the Vietnamese letters and draws those in another one, letter by letter: looked at it is uneven,
 * and searched it is torn. The system's own font of the same widths is named instead.
 */
export async function writeProfile(folder: string): Promise<void> {
  const substitute = await substituteFont();
  if (substitute === null) return;
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), substitution(substitute));
}

/** What the system draws Times New Roman with; null where that is the font itself or nobody knows. */
function substituteFont(): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('fc-match', ['-f', '%{family}', FONT], { timeout: 10_000 }, (error, answer) => {
      const family = answer.split(',')[0]?.trim() ?? '';
      const usable = error === null && family !== FONT && /^[\p{L}\d .-]+$/u.test(family);
      resolve(usable ? family : null);
    });
  });
}

const substitution = (family: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_0" oor:op="replace">
<prop oor:name="Always" oor:op="fuse"><value>true</value></prop>
<prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop>
<prop oor:name="ReplaceFont" oor:op="fuse"><value>${FONT}</value></prop>
<prop oor:name="SubstituteFont" oor:op="fuse"><value>${family}</value></prop>
</node></item>
</oor:items>
`;
