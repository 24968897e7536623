import { type Directive, type Problem, problem } from '#model';

/**
 * Who signs, which a letter may lack while it is written and no longer when it is sent for approval or issued:
 * chức vụ, họ tên are obligatory (Nghị định 30/2020, article 8). Paths are seen from the letter.
 */
export function signerProblems({ signature }: Pick<Directive, 'signature'>): Problem[] {
  if (signature === null) return [problem('letter.signerMissing', ['signature'])];
  const { titles, name } = signature;
  const problems: Problem[] = [];
  if (titles.every(isBlank)) {
    const line = titles.length === 0 ? [] : ['titles', 0];
    problems.push(problem('letter.signerTitleMissing', ['signature', ...line]));
  }
  if (name === null || isBlank(name)) problems.push(problem('letter.signerMissing', ['signature', 'name']));
  return problems;
}

const isBlank = (text: string): boolean => text.trim() === '';
