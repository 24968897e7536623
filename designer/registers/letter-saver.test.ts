import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Directive } from '#model';
import { createLetterSaver } from './letter-saver.ts';

const document = Directive.parse({
  codeNumber: null,
  codeNotation: 'UBND',
  documentType: 'Công văn',
  subject: 'x',
  issuedDate: null,
  place: '',
  issuingBody: 'UBND',
});
const text = (subject: string) => ({ document: { ...document, subject }, addedTasks: [] });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a burst of typing is one request, over the revision that is known; the next goes over the one answered', async () => {
  const put = vi.fn((_: unknown, expected: number) =>
    Promise.resolve({ revision: expected + 1, sources: {} }),
  );
  const saver = createLetterSaver({ text: text('a'), revision: 3, sources: {}, put });
  saver.changed(text('ab'));
  saver.changed(text('abc'));
  await vi.runAllTimersAsync();
  expect(
    put.mock.calls.map(([sent, expected]) => [(sent as ReturnType<typeof text>).document.subject, expected]),
  ).toEqual([['abc', 3]]);
  saver.changed(text('abcd'));
  expect(await saver.flush()).toBe(5);
  expect(put).toHaveBeenCalledTimes(2);
});

test('what is typed while a request is under way is sent after it, never beside it', async () => {
  const answers: ((answer: { revision: number; sources: object }) => void)[] = [];
  const put = vi.fn(
    () =>
      new Promise<{ revision: number; sources: Record<string, never> }>((resolve) =>
        answers.push(resolve as never),
      ),
  );
  const saver = createLetterSaver({ text: text('a'), revision: 1, sources: {}, put });
  saver.changed(text('b'));
  const first = saver.flush();
  saver.changed(text('c'));
  expect(put).toHaveBeenCalledTimes(1);
  answers[0]?.({ revision: 2, sources: {} });
  await first;
  await vi.advanceTimersByTimeAsync(1000);
  expect(put).toHaveBeenCalledTimes(2);
});

test('a refusal is said, and what was typed is still there to be sent again', async () => {
  const conflict = new Error('conflict');
  const put = vi.fn().mockRejectedValueOnce(conflict).mockResolvedValueOnce({ revision: 2, sources: {} });
  const saver = createLetterSaver({ text: text('a'), revision: 1, sources: {}, put });
  saver.changed(text('b'));
  await expect(saver.flush()).rejects.toBe(conflict);
  expect(saver.store.getState().save).toEqual({ kind: 'failed', error: conflict });
  expect(await saver.flush()).toBe(2);
});
