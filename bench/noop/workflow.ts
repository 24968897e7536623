/** Does nothing: what any workflow costs on this machine, and the measure for ours. */
export function noop(): Promise<void> {
  return Promise.resolve();
}
