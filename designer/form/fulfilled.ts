/**
 * Wishes to go somewhere that were fulfilled (each is an object of its own): what is opened or drawn later
 * does not follow them again.
 */
export const fulfilled = new WeakSet<object>();
