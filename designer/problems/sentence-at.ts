import type { Definition, Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { fromDrawing } from './problems-of.ts';

/** The sentence of a problem, the level that it concerns before it where the sentence does not name it. */
export function sentenceAt(problem: Problem, { nodes }: Pick<Definition, 'nodes'>, language: string): string {
  const sentence = sentenceFor(problem, language === 'en' ? 'en' : 'vi');
  const [, list, at] = fromDrawing(problem.path);
  const name = list === 'nodes' && typeof at === 'number' ? nodes[at]?.name : undefined;
  return name === undefined || sentence.includes(name) ? sentence : `${name}: ${sentence}`;
}
