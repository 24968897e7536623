export { bundleWorkflows } from './bundle.ts';
