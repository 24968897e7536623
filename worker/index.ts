export { bundleWorkflows } from './bundle.ts';
export { sendOne } from './mail/loop.ts';
export { openPost } from './mail/post.ts';
