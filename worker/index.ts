export { bundleWorkflows, cachedWorkflowBundle } from './bundle.ts';
export { type RunningWorker, startWorker } from './start.ts';
export { readSettings, type WorkerSettings } from './settings.ts';
