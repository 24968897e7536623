import { afterEach, beforeEach, expect, it } from 'vitest';
import { addressOf, CLERK, signIn, type Visit, visit } from './visit.ts';

let here: Visit;
beforeEach(async () => {
  here = await visit({ width: 360, height: 740 });
});
afterEach(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

/** What comes over the line for one page: headers and bodies as they travel, whatever they unpack to. */
async function loaded(path: string) {
  const { page, context } = here;
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  let bytes = 0;
  const paths = new Map<string, string>();
  const asked: string[] = [];
  line.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, request.url.replace(addressOf('/'), '/'));
  });
  // nothing for what the browser still had, on disk or in memory
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (encodedDataLength > 0) asked.push(paths.get(requestId) ?? '');
    bytes += encodedDataLength;
  });
  await page.goto(addressOf(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await line.detach();
  return { bytes, asked };
}

it('the task list of somebody who was never here takes less than half a megabyte; the next time, its rows', async () => {
  const { page, context } = here;
  await signIn(page, CLERK, '/');
  const line = await context.newCDPSession(page);
  await line.send('Network.clearBrowserCache');

  const scripts: Promise<string>[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(answer.text());
  });
  const first = await loaded('/');
  // 428 kB; 1,444 before anything was compressed
  expect(first.bytes).toBeLessThan(470_000);
  expect(first.bytes).toBeGreaterThan(100_000);
  expect(first.asked.length).toBeLessThan(40);
  expect(first.asked.filter((path) => path.includes('latin-ext'))).toEqual([]);
  // the canvas is no matter of whoever reports
  expect((await Promise.all(scripts)).filter((text) => text.includes('react-flow__'))).toEqual([]);

  const again = await loaded('/');
  expect(again.asked.filter((path) => path.startsWith('/assets/'))).toEqual([]);
  expect(again.bytes).toBeLessThan(20_000);
});
