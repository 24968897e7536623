import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { CampaignDetails, CampaignView, ClockBody } from '#api/routes/campaigns/shapes';
import { post } from '../api/client.ts';
import { type Move, type Pace, stepOf } from './pace.ts';
import { NOTHING, type Stood, standIn } from './stand-in.ts';

const BEAT_MS = 1_000;

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
      setStood(share > 0 && by !== null ? await standIn({ campaignId: id, now, share, by }) : NOTHING);
      return post<CampaignView, ClockBody>(`/api/campaigns/${id}/clock`, move);
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

/** All periods were opened, and whoever has not answered by now is overdue. */
const isOver = ({ periods, counts }: CampaignDetails): boolean =>
  counts.opened > 0 &&
  counts.opened >= counts.planned &&
  counts.done + counts.overdue + counts.dormant >= counts.opened &&
  periods.every(({ openedAt }) => openedAt !== null);
