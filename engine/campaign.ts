import type { CampaignCommand, CampaignFacts } from '#model/contract';

/**
 * The next step of a campaign: start what is opened, open what has become due, otherwise wait.
 * Stateless and level-triggered like `decideNode`; replayed by workflow code.
 */
export function decideCampaign(facts: CampaignFacts): CampaignCommand {
  if (facts.status === 'cancelled') return { kind: 'end' };
  // Also after closing: the root of an opened period may hold reports that still have to be added up.
  if (facts.periodToStart !== null) return { kind: 'startRoot', periodKey: facts.periodToStart };
  if (facts.status === 'closed') return { kind: 'end' };
  if (facts.periodToOpen !== null) return { kind: 'openPeriod', periodKey: facts.periodToOpen };
  return { kind: 'wait', ms: facts.nextInMs };
}
