import type { Client } from './client.ts';

/** Gives a command its client; the settings are resolved only when a command really runs. */
export type WithClient = <A extends unknown[]>(
  run: (client: Client, ...rest: A) => Promise<void>,
) => (...rest: A) => Promise<void>;
