import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { CampaignRow } from './rows.ts';

/** Polls a rehearsal until its clock has arrived and everything due by then has happened. */
export async function waitUntilClockRests(client: Client, campaignId: string): Promise<CampaignRow> {
  for (;;) {
    const campaign = await client.call<CampaignRow>(`/api/campaigns/${campaignId}`);
    if (campaign.clockTarget === null) return campaign;
    await sleep(150);
  }
}
