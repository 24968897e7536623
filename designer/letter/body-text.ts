/** The paragraphs of a text that is typed or pasted as one: a line each; empty lines and hard spaces go. */
export const paragraphsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Where the paragraph `index` begins in such a text. */
export function startOfParagraph(text: string, index: number): number {
  let seen = -1;
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') seen += 1;
    if (seen === index) return at;
    at += line.length + 1;
  }
  return text.length;
}
