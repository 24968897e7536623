import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { post } from '../api/client.ts';
import type { CampaignDetails } from '../api/shapes.ts';
import { type Move, type Pace, stepOf } from './pace.ts';

const BEAT_MS = 1_000;
/** One call does a handful of acts; a step of the whole country takes many. */
const MOST_ROUNDS = 200;

interface StoodIn {
  readonly disseminated: number;
  readonly acknowledged: number;
  readonly reported: number;
  readonly accepted: number;
  readonly signed: number;
  readonly refused: number;
  readonly more: boolean;
}

export interface Playing {
  readonly playing: boolean;
  readonly play: (playing: boolean) => void;
  /** Nothing is left that playing on would show. */
  readonly over: boolean;
  readonly step: (pace: Pace) => void;
  readonly toEnd: () => void;
  /** A call is under way, or the clock moves. */
  readonly busy: boolean;
  readonly error: unknown;
  /** Reports that nobody can stand in for. */
  readonly refused: number;
}

interface Played {
  readonly campaign: CampaignDetails;
  readonly pace: Pace;
  /** Units of a hundred that answer. */
  readonly share: number;
  /** When nothing more falls due; null where that is not known. */
  readonly endsAt: string | null;
}

/** Moves a rehearsal on, step by step or by itself; it stops where nothing is left to happen. */
export function usePlaying({ campaign, pace, share, endsAt }: Played): Playing {
  const queries = useQueryClient();
  const [wanted, play] = useState(false);
  const [stood, setStood] = useState<Stood>(NOTHING);
  // where the clock stood when the next event was asked for: still there afterwards, there is none
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const { id, now } = campaign;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ move, by }: { readonly move: Move; readonly by: string | null }) => {
      setAskedAt('events' in move ? now : null);
      setStood(share > 0 && by !== null ? await standIn(id, { share, by }) : NOTHING);
      return post<CampaignDetails>(`/api/campaigns/${id}/clock`, move);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaign', id] }),
    onError: () => play(false),
  });
  const step = useCallback((by: Pace) => mutate(stepOf(by, now)), [mutate, now]);
  const busy = isPending || campaign.clockTarget !== null;
  const over =
    campaign.status !== 'running' ||
    isOver(campaign) ||
    (!busy && (askedAt === now || (endsAt !== null && now > endsAt && stood.acts === 0)));
  const playing = wanted && !over;
  useEffect(() => {
    if (!playing || busy) return;
    const beat = setTimeout(() => step(pace), BEAT_MS);
    return () => clearTimeout(beat);
  }, [playing, busy, pace, step]);
  return {
    playing,
    play,
    over,
    step,
    toEnd: () => mutate({ move: { toEnd: true }, by: null }),
    busy,
    error,
    refused: stood.refused,
  };
}

interface Stood {
  readonly acts: number;
  readonly refused: number;
}
const NOTHING: Stood = { acts: 0, refused: 0 };

async function standIn(campaignId: string, wanted: { share: number; by: string }): Promise<Stood> {
  let acts = 0;
  for (let round = 1; ; round += 1) {
    const done = await post<StoodIn>(`/api/campaigns/${campaignId}/stand-in`, wanted);
    acts += done.disseminated + done.acknowledged + done.reported + done.accepted + done.signed;
    if (!done.more || round === MOST_ROUNDS) return { acts, refused: done.refused };
  }
}

/** All periods were opened, and whoever has not answered by now is overdue. */
const isOver = ({ periods, counts }: CampaignDetails): boolean =>
  counts.opened > 0 &&
  counts.opened >= counts.planned &&
  counts.done + counts.overdue + counts.dormant >= counts.opened &&
  periods.every(({ openedAt }) => openedAt !== null);
