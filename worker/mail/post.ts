import { createTransport } from 'nodemailer';
import type { ClaimedMail, MailOutcome } from '#db';
import { type Digest, messageIdOf } from './digest.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Time of day at which digests are made, `07:30`. */
  readonly digestAt: string;
  /** Address under which people reach the page. */
  readonly publicUrl: string;
}

/** `reachable`: the server was there and spoke about this mail only, so that the next one may be tried at once. */
export type Attempt = MailOutcome & { readonly reachable: boolean };

export interface Post {
  /** Hands one mail to the server; says what became of it and never throws for what a server says. */
  send(mail: ClaimedMail, digest: Digest): Promise<Attempt>;
  close(): void;
}

const SECONDS = 1000;
/** Together below the time for which a mail is claimed. */
const TIMEOUTS = {
  connectionTimeout: 20 * SECONDS,
  greetingTimeout: 20 * SECONDS,
  socketTimeout: 40 * SECONDS,
  dnsTimeout: 10 * SECONDS,
};
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 1800;

export function openPost({ smtpUrl, from }: MailSettings): Post {
  // files and addresses named in a text are never fetched into a mail
  const transport = createTransport({
    url: smtpUrl,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail, { subject, text, html }) => {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: mail.personName, address: mail.address },
          subject,
          text,
          html,
          messageId: messageIdOf(mail, from),
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { state: 'sent', answer: response, reachable: true };
      } catch (error) {
        return outcomeOf(error, mail.attempts);
      }
    },
    close: () => transport.close(),
  };
}

/** A refusal of the recipient or of the text stays one; everything else may pass: tried again, ever more seldom. */
export function outcomeOf(error: unknown, attempts: number): Attempt {
  const { message, responseCode, command } = smtpError(error);
  const reachable = responseCode >= 400 && (command === 'RCPT TO' || command === 'DATA');
  if (responseCode >= 500 && reachable) return { state: 'refused', answer: message, reachable };
  const retrySeconds = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(attempts - 1, 10));
  return { state: 'waiting', answer: message, retrySeconds, reachable };
}

function smtpError(error: unknown): { message: string; responseCode: number; command: string } {
  const message = error instanceof Error ? error.message : String(error);
  const read = (key: string): unknown =>
    typeof error === 'object' && error !== null && key in error ? Object(error)[key] : undefined;
  const code = read('responseCode');
  const command = read('command');
  return {
    message,
    responseCode: typeof code === 'number' ? code : 0,
    command: typeof command === 'string' ? command : '',
  };
}
