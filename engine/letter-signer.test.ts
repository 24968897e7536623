import { describe, expect, it } from 'vitest';
import { Signature } from '#model';
import { signerProblems } from './letter-signer.ts';

const told = (signature: object | null): readonly string[] =>
  signerProblems({ signature: signature === null ? null : Signature.parse(signature) }).map(
    ({ code, severity, path }) => `${severity} ${code} ${path.join('/')}`,
  );

describe('who signs a letter', () => {
  it('is known by title and name', () => {
    expect(
      told({ authority: ['TM'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' }),
    ).toEqual([]);
  });

  it.each([
    [null, ['error letter.signerMissing signature']],
    [{ titles: ['CHỦ TỊCH'] }, ['error letter.signerMissing signature/name']],
    [{ titles: ['CHỦ TỊCH'], name: ' ' }, ['error letter.signerMissing signature/name']],
    [
      { authority: ['TM', 'KT', 'Q'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
      ['error letter.signerTitleMissing signature'],
    ],
    [
      { authority: ['TM', 'KT'], titles: [' ', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
      ['error letter.signerTitleMissing signature/titles/0'],
    ],
    [{ name: 'Ví dụ: Lê Văn A' }, ['error letter.signerTitleMissing signature']],
    [
      { titles: ['', ' '], name: null },
      ['error letter.signerTitleMissing signature/titles/0', 'error letter.signerMissing signature/name'],
    ],
  ])('is missing from %j at the field that lacks it', (signature, problems) => {
    expect(told(signature)).toEqual(problems);
  });
});
