import { describe, expect, it } from 'vitest';
import { messageIdOf } from './digest.ts';
import { outcomeOf } from './post.ts';

const answer = (responseCode: number | undefined, command: string) =>
  Object.assign(new Error('said no'), { responseCode, command });

describe('what becomes of a mail that a server did not take', () => {
  it('is the end of it where the address or the text is refused for good', () => {
    for (const command of ['RCPT TO', 'DATA'])
      expect(outcomeOf(answer(550, command), 1)).toMatchObject({ state: 'refused', reachable: true });
  });

  it('is another attempt where it may pass: busy, no such server, a wrong password, a wrong sender', () => {
    for (const error of [
      answer(451, 'RCPT TO'),
      answer(undefined, 'CONN'),
      answer(535, 'AUTH PLAIN'),
      answer(553, 'MAIL FROM'),
      new Error('socket hang up'),
    ])
      expect(outcomeOf(error, 1)).toMatchObject({ state: 'waiting', retrySeconds: 30 });
    expect(outcomeOf(answer(451, 'RCPT TO'), 1).reachable).toBe(true);
    expect(outcomeOf(answer(535, 'AUTH PLAIN'), 1).reachable).toBe(false);
  });

  it('is tried ever more seldom, half an hour apart in the end', () => {
    const pauses = [1, 2, 3, 7, 8, 100].map((attempts) => {
      const outcome = outcomeOf(new Error('no'), attempts);
      return outcome.state === 'waiting' ? outcome.retrySeconds : null;
    });
    expect(pauses).toEqual([30, 60, 120, 1800, 1800, 1800]);
  });
});

describe('the Message-ID of a digest', () => {
  it('is that of the mail and the sender’s domain', () => {
    const mail = { id: '0b7e', day: '2026-11-23' };
    expect(messageIdOf(mail, 'Cascade <a@bac-kan.example>')).toBe('<2026-11-23.0b7e@bac-kan.example>');
  });
});
