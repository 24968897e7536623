/**
 * SQL: number and notation of a stored letter, the Party's with a hyphen first; null before a number is taken. As it
 * is kept, which is what is sought: `5/UBND-KT`.
 */
export const codeOf = (document: string, number = `(${document}->>'codeNumber')`): string =>
  `(${number} || CASE ${document}->>'system' WHEN 'party' THEN '-' ELSE '/' END || (${document}->>'codeNotation'))`;

/** SQL: a number as it is read, below ten with a zero (`shownCode` of the engine). */
export const shownNumber = (document: string): string =>
  `lpad(${document}->>'codeNumber', greatest(2, length(${document}->>'codeNumber')), '0')`;

/** SQL: the code as it is read: `05/UBND-KT`. */
export const shownCodeOf = (document: string): string => codeOf(document, shownNumber(document));
