import { setTimeout as sleep } from 'node:timers/promises';
import { TEMPLATES } from '#templates';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { StackError } from '../messages.ts';
import { perform } from './perform.ts';
import type { Moment, Story } from './story.ts';

export const Campaign = z.object({
  id: z.string(),
  title: z.string(),
  now: z.string(),
  clockTarget: z.string().nullable(),
});
export type Campaign = z.infer<typeof Campaign>;

export interface Playing {
  readonly caller: Caller;
  readonly story: Story;
  /** Before every key of a call: told again with the same one, a story goes on where it was interrupted. */
  readonly keys: string;
  readonly title?: string;
  readonly onMoment?: (moment: Moment) => void;
  /** How long the clock may take from one moment to the next. */
  readonly patienceMs?: number;
}

/** Starts a rehearsal of the story's template and does what its officials do, each at its moment. */
export async function play(playing: Playing): Promise<Campaign> {
  const { caller, story, keys, patienceMs = PATIENCE_MS } = playing;
  const campaign = await start(playing);
  const moveTo = (at: string, key: string) => moveClock(caller, campaign.id, { at, key, patienceMs });
  for (const [index, moment] of story.moments.entries()) {
    const at = new Date(moment.at).toISOString();
    // The clock left a moment only when everything in it was done.
    if (at < campaign.now) continue;
    await moveTo(at, `${keys}-${index}`);
    for (const [no, act] of moment.acts.entries()) {
      await perform(act, { caller, story, campaignId: campaign.id, key: `${keys}-${index}-${no}` });
    }
    playing.onMoment?.(moment);
  }
  const last = story.moments.at(-1)?.at ?? story.startAt;
  // Landing waits for rest: what the last acts set in motion has then happened.
  await moveTo(new Date(last).toISOString(), `${keys}-end`);
  return caller.get(`/api/campaigns/${campaign.id}`, Campaign);
}

async function start({ caller, story, keys, title }: Playing): Promise<Campaign> {
  const template = TEMPLATES.find(({ key }) => key === story.template);
  const drawings = await caller.all('/api/definitions?', z.object({ id: z.string(), key: z.string() }));
  const drawing = drawings.find(({ key }) => key === story.template);
  if (template === undefined || drawing === undefined) {
    throw new StackError(
      `Không có mẫu ${story.template} trong dữ liệu này.`,
      `This data holds no template ${story.template}.`,
    );
  }
  const body = {
    definitionId: drawing.id,
    mode: 'rehearsal',
    rootUnitId: template.rootUnitId,
    startAt: new Date(story.startAt).toISOString(),
    ...(title === undefined ? {} : { title }),
  };
  const { id } = await caller.post('/api/campaigns', { body, key: `${keys}-start`, schema: Campaign });
  return caller.get(`/api/campaigns/${id}`, Campaign);
}

const POLL_MS = 60;
/** A moment takes a second or two; longer than this, and the engine stands still. */
const PATIENCE_MS = 180_000;

interface Move {
  readonly at: string;
  readonly key: string;
  readonly patienceMs: number;
}

async function moveClock(caller: Caller, id: string, { at, key, patienceMs }: Move): Promise<void> {
  await caller.post(`/api/campaigns/${id}/clock`, { body: { to: at }, key, schema: Campaign });
  const look = () => caller.get(`/api/campaigns/${id}`, Campaign);
  const until = Date.now() + patienceMs;
  while ((await look()).clockTarget !== null) {
    if (Date.now() >= until)
      throw new StackError(
        `Đồng hồ diễn tập không đến được ${at}: xem nhật ký của worker trong thư mục dữ liệu.`,
        `The rehearsal clock does not reach ${at}: see the worker's log in the data folder.`,
      );
    await sleep(POLL_MS);
  }
}
