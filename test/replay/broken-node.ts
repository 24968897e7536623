import { decideNode as decide } from '../../engine/node.ts';
import type { NodeCommand, NodeFacts } from '#model/contract';

/**
 * A node interpreter whose behaviour was changed without `patched`: it submits before it consolidates.
 * The replay gate swaps it in for `engine/node` and must refuse it.
 */
export function decideNode(facts: NodeFacts): NodeCommand {
  const command = decide(facts);
  return command.kind === 'consolidate' ? { kind: 'submit' } : command;
}
