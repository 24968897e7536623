import { describe, expect, it } from 'vitest';
import { saySilently } from './messages.ts';
import { bringOffice, officeCommands, type OfficeMeans } from './office-install.ts';

describe('LibreOffice for the tests', () => {
  it('is installed by the system, where that is allowed', () => {
    const [, install] = officeCommands({ root: true, sudo: false, manager: 'apt-get' });
    expect(install?.join(' ')).toBe(
      'apt-get install -y --no-install-recommends libreoffice-writer-nogui poppler-utils fonts-croscore',
    );
    const [update] = officeCommands({ root: false, sudo: true, manager: 'apt-get' });
    expect(update?.join(' ')).toBe('sudo -n apt-get update');
    expect(officeCommands({ root: false, sudo: false, manager: 'apt-get' })).toEqual([]);
    expect(officeCommands({ root: true, sudo: false, manager: null })).toEqual([]);
  });

  /** A machine on which LibreOffice appears after so many commands. */
  const means = (after: number, allowed = true): OfficeMeans & { readonly ran: string[] } => {
    const ran: string[] = [];
    return {
      ran,
      commands: officeCommands({ root: allowed, sudo: false, manager: 'apt-get' }),
      present: () => Promise.resolve(ran.length >= after),
      run: (command) => {
        ran.push(command.join(' '));
        return Promise.resolve(true);
      },
      say: saySilently,
    };
  };

  it('costs nothing where it is there', async () => {
    const there = means(0);
    expect(await bringOffice(there)).toBe(true);
    expect(there.ran).toEqual([]);
  });

  it('is there after its installation, or is said to be missing', async () => {
    expect(await bringOffice(means(2))).toBe(true);
    expect(await bringOffice(means(3))).toBe(false);
    expect(await bringOffice(means(2, false))).toBe(false);
  });
});
