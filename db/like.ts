/** Text that people typed as part of a LIKE pattern: its `%`, `_` and `\` mean themselves. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
