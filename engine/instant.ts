import type { Instant } from '#model';
import { epochOf, instantAt } from './civil.ts';

/**
 * Instants are compared as moments, never as text: `…T17:00:00Z` and `…T17:00:00.000Z` are the same
 * moment, and both are written (people and systems send what they like).
 */
export const isBefore = (a: Instant, b: Instant): boolean => epochOf(a) < epochOf(b);

/** The one spelling used wherever instants are compared as text or exported. */
export const canonicalInstant = (instant: Instant): Instant => instantAt(epochOf(instant));
