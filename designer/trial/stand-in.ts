import type {
  CampaignDetails,
  CampaignView,
  ClockBody,
  StandInBody,
  StoodIn,
} from '#api/routes/campaigns/shapes';
import { get, post } from '../api/client.ts';

/** One call does a handful of acts; a step of the whole country takes many. */
const MOST_CALLS = 200;
/** Signed, sent up, accepted, drawn up …: one round for every level and its official. */
const MOST_ROUNDS = 12;
const LOOK_MS = 150;
const MOST_LOOKS = 200;

export interface Stood {
  readonly acts: number;
  /** Reports that nobody can stand in for. */
  readonly refused: number;
}
export const NOTHING: Stood = { acts: 0, refused: 0 };

interface Wanted {
  readonly campaignId: string;
  /** Where the clock stands. */
  readonly now: string;
  /** Units of a hundred that answer. */
  readonly share: number;
  /** Who would answer until then answers now. */
  readonly by: string;
}

/**
 * Does what the officials of a rehearsal would do by an instant. What they do sets the engine to work, which
 * draws up what the next of them has to sign: so in rounds, each awaiting the engine's rest.
 */
export async function standIn({ campaignId, now, share, by }: Wanted): Promise<Stood> {
  let acts = 0;
  for (let round = 1; ; round += 1) {
    const done = await standInOnce(campaignId, { share, by });
    acts += done.acts;
    if (done.acts === 0 || round === MOST_ROUNDS) return { acts, refused: done.refused };
    await rest(campaignId, now);
  }
}

async function standInOnce(campaignId: string, wanted: { share: number; by: string }): Promise<Stood> {
  let acts = 0;
  for (let call = 1; ; call += 1) {
    const done = await post<StoodIn, StandInBody>(`/api/campaigns/${campaignId}/stand-in`, wanted);
    acts += done.disseminated + done.acknowledged + done.reported + done.accepted + done.signed;
    if (!done.more || call === MOST_CALLS) return { acts, refused: done.refused };
  }
}

/** A clock sent to where it stands lands there once nothing is under way. */
async function rest(campaignId: string, now: string): Promise<void> {
  await post<CampaignView, ClockBody>(`/api/campaigns/${campaignId}/clock`, { to: now });
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const { clockTarget } = await get<CampaignDetails>(`/api/campaigns/${campaignId}`);
    if (clockTarget === null) return;
  }
}
