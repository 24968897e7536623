/** Whoever has one of these rights sets how the unit's letters look (acts/letters/office.ts). */
export const SETS_OFFICE = ['letters:issue', 'letters:approve'] as const;
