import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { mailDone, makeDigests, takeMail } from '#acts';
import { type Loop, startLoop } from '../loop.ts';
import { digestOf } from './digest.ts';
import { type Attempt, type MailSettings, openPost, type Post } from './post.ts';

const EVERY_MS = 15_000;
/** Connections to the mail server side by side. */
const AT_ONCE = 5;
/** A digest that could not be sent for a week tells nothing any more. */
const GIVEN_UP_HOURS = 7 * 24;

interface MailParts {
  readonly pool: Pool;
  readonly post: Post;
  readonly settings: MailSettings;
  readonly log: Logger;
}

/** Makes the digests of the day and sends what waits (docs/mail.md). Any number of workers may run it. */
export function startMail(parts: Omit<MailParts, 'post'>): Loop {
  const post = openPost(parts.settings);
  const loop = startLoop({
    name: 'mail',
    everyMs: EVERY_MS,
    log: parts.log,
    round: async () => {
      const made = await makeDigests(parts.pool, parts.settings.digestAt);
      if (made !== null) parts.log.info({ digests: made }, 'the digests of the day are made');
      const ended = await Promise.all(Array.from({ length: AT_ONCE }, () => sendOne({ ...parts, post })));
      return ended.includes('done') && !ended.includes('unreachable') ? 'again' : 'rest';
    },
  });
  return {
    poke: loop.poke,
    stop: async () => {
      await loop.stop();
      post.close();
    },
  };
}

/** Sends the next digest that waits. Where the server is not there, the others are left for the next turn. */
export async function sendOne({
  pool,
  post,
  settings,
  log,
}: MailParts): Promise<'done' | 'unreachable' | 'none'> {
  const taken = await takeMail(pool);
  if (taken === null) return 'none';
  const { mail, notices } = taken;
  const outcome = await attempt();
  await mailDone(pool, mail, outcome);
  const said = { mail: mail.id, attempts: mail.attempts, answer: outcome.answer };
  if (outcome.state === 'sent') log.info(said, 'a digest is sent');
  else
    log.warn(
      said,
      outcome.state === 'refused' ? 'a digest is refused' : 'a digest waits for another attempt',
    );
  return outcome.reachable ? 'done' : 'unreachable';

  async function attempt(): Promise<Attempt> {
    if (mail.disabled) return refusal('Người nhận đã ngừng hoạt động.');
    if (notices.length === 0) return refusal('Các thông báo trong thư không còn.');
    if (mail.ageHours > GIVEN_UP_HOURS) return refusal('Đã thử nhiều ngày mà máy chủ thư không nhận.');
    return post.send(
      mail,
      digestOf({ personName: mail.personName, day: mail.day, notices, publicUrl: settings.publicUrl }),
    );
  }
}

const refusal = (answer: string): Attempt => ({ state: 'refused', answer, reachable: true });
