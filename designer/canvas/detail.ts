import { createContext } from 'react';

/** Below this zoom a level is a plain box: nothing else on it could be read. */
export const FAR_BELOW = 0.45;

/** So many boxes are all kept on the page while they are plain ones: none has to be made while panning. */
export const KEPT = 500;

/** Beyond so many lines, those seen from afar are drawn but cannot be met one by one. */
export const MET = 100;

/** Seen from afar: chosen once for the whole canvas, not by each box. */
export const SeenFromAfar = createContext(false);
