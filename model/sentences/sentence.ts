/**
 * What a person reads for one problem code, Vietnamese first. `{name}` stands for a parameter of the
 * problem (ICU MessageFormat, simple arguments only). No apostrophes: ICU gives them a meaning.
 */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

export type Sentences = Readonly<Record<string, Sentence>>;
