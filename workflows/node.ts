import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { decideNode } from '#engine/node';
import type { NodeRef } from '#model/contract';
import { starts, steps } from './steps.ts';
import { listen } from './wake.ts';

/**
 * The life of one relaying or consolidating unit in one reporting period: pass on, start the units
 * below, wait for deadlines and reports, consolidate, submit. It holds no state: each round applies
 * what is due by now, reads the facts and does the one thing the engine names. What it costs does not
 * depend on how many recipients the unit has.
 */
export async function nodeWorkflow(ref: NodeRef): Promise<void> {
  const wake = listen();
  for (;;) {
    wake.forget();
    const command = decideNode(await steps.observeNode(ref));
    switch (command.kind) {
      case 'disseminate':
        await steps.disseminate(ref);
        break;
      case 'startNodes':
        await starts.startNodes(ref);
        break;
      case 'consolidate':
        await steps.consolidate(ref);
        break;
      case 'submit':
        await steps.submitConsolidation(ref);
        break;
      case 'wait':
        // Only here, with nothing under way: a signal that meets a continue-as-new fails that task.
        if (workflowInfo().continueAsNewSuggested && !wake.came()) {
          await condition(allHandlersFinished);
          await continueAsNew<typeof nodeWorkflow>(ref);
        }
        await wake.wait(command.ms);
        break;
      case 'end':
        if (wake.came()) break;
        await condition(allHandlersFinished);
        return;
    }
  }
}
