import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { decideCampaign } from '#engine/campaign';
import type { CampaignRef } from '#model/contract';
import { starts, steps } from './steps.ts';
import { listen } from './wake.ts';

/**
 * Opens the reporting periods of one campaign as their time comes and starts each one's root unit. One
 * run carries one period: before it opens a second, it continues as new, so that a campaign without end
 * never grows a long history.
 */
export async function campaignWorkflow(ref: CampaignRef): Promise<void> {
  const wake = listen();
  let opened = 0;
  for (;;) {
    wake.forget();
    const command = decideCampaign(await steps.observeCampaign(ref));
    switch (command.kind) {
      case 'openPeriod':
        if (opened > 0) {
          await condition(allHandlersFinished);
          await continueAsNew<typeof campaignWorkflow>(ref);
        }
        await steps.openPeriod({ ...ref, periodKey: command.periodKey });
        opened += 1;
        break;
      case 'startRoot':
        await starts.startRoot({ ...ref, periodKey: command.periodKey });
        break;
      case 'wait':
        await wake.wait(command.ms);
        break;
      case 'end':
        if (wake.came()) break;
        await condition(allHandlersFinished);
        return;
    }
  }
}
