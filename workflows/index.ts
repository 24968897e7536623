export { campaignWorkflow } from './campaign.ts';
export { nodeWorkflow } from './node.ts';
