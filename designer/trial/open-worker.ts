import type { OpenLine } from './follow-trial.ts';
import type { FromWorker } from './worker-messages.ts';

/** Its code is loaded with the first message. */
export const openWorker: OpenLine = (heard, broken) => {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), { type: 'module', name: 'trial' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => heard(data);
  worker.onerror = broken;
  return { send: (message) => worker.postMessage(message), close: () => worker.terminate() };
};
