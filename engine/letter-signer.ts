import { type Directive, type Problem, problem } from '#model';

/**
 * Who signs, which a letter may lack while it is written and no longer when it is sent for approval or issued:
 * chức vụ, họ tên are obligatory (Nghị định 30/2020, article 8), and `KT.` stands before a title. Paths are seen from the letter.
 */
export function signerProblems({ signature }: Pick<Directive, 'signature'>): Problem[] {
  if (signature === null) return [problem('letter.signerMissing', ['signature'])];
  const { authority, titles, name } = signature;
  const problems: Problem[] = [];
  const untitled = titles.every(isBlank) ? 0 : authority.findIndex((_, at) => isBlank(titles[at] ?? ''));
  if (untitled !== -1) {
    const line = untitled < titles.length ? ['titles', untitled] : [];
    problems.push(problem('letter.signerTitleMissing', ['signature', ...line]));
  }
  if (name === null || isBlank(name)) problems.push(problem('letter.signerMissing', ['signature', 'name']));
  return problems;
}

const isBlank = (text: string): boolean => text.trim() === '';
