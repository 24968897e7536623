import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { StartActivities, StepActivities } from '#model/contract';

/**
 * One history event each. They are one short transaction and never refuse for good, so they are tried
 * again for as long as it takes: the database may be away for a day. Pauses longer than the threshold
 * become server timers, so that an outage costs a few events instead of a worker's open task.
 */
export const steps = proxyLocalActivities<StepActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '8 seconds',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Thousands of workflows may be started by one call: it heartbeats, and a new attempt goes on where it stopped. */
export const starts = proxyActivities<StartActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
