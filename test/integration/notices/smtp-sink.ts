import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface SunkMail {
  readonly to: string;
  readonly messageId: string;
  /** As it came, headers and all. */
  readonly source: string;
}

export interface Sink {
  readonly url: string;
  readonly mails: SunkMail[];
  /** What to answer to an address, or to the text of its mail; nothing: accepted. */
  answers: {
    recipient?: ((address: string) => { code: number; text: string } | null) | undefined;
    text?: ((address: string) => { code: number; text: string } | null) | undefined;
  };
  close(): Promise<void>;
}

/** A real mail server that keeps what it gets. `port` 0 takes a free one. */
export async function openSink(port = 0): Promise<Sink> {
  const mails: SunkMail[] = [];
  const refusal = ({ code, text }: { code: number; text: string }) =>
    Object.assign(new Error(text), { responseCode: code });
  const answers: Sink['answers'] = {};
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const no = answers.recipient?.(address);
      done(no ? refusal(no) : undefined);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const source = Buffer.concat(parts).toString();
        mails.push({ to, messageId: /^Message-ID:\s*(\S+)/im.exec(source)?.[1] ?? '', source });
        const no = answers.text?.(to);
        done(no ? refusal(no) : undefined);
      });
    },
  });
  server.on('error', () => undefined); // a client that goes away is part of the tests
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  // listening on TCP: an address with a port
  const { port: taken } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
