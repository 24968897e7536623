/** An expected refusal of the stack: one sentence for the person at the terminal, Vietnamese first. */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
    this.vi = vi;
    this.en = en;
  }
}

/** Where progress goes: one line in each language. */
export type Say = (vi: string, en: string) => void;

export const sayToTerminal: Say = (vi, en) => {
  process.stderr.write(`• ${vi} / ${en}\n`);
};

export const saySilently: Say = () => undefined;

/** What an unknown thrown value says, for the middle of a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const text = error.message || error.name;
  return error.cause instanceof Error ? `${text}: ${reasonOf(error.cause)}` : text;
}
