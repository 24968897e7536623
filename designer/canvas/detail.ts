import { createContext } from 'react';

/** Below this zoom a level is a plain box: nothing else on it could be read. */
export const FAR_BELOW = 0.45;

/** Seen from afar: chosen once for the whole canvas, not by each box. */
export const SeenFromAfar = createContext(false);
