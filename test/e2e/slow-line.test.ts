import { afterEach, beforeEach, expect, it } from 'vitest';
import { addressOf, CLERK, overflowOf, signIn, type Visit, visit } from './visit.ts';

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
  await page.waitForLoadState('networkidle'); // the page before has nothing under way any more
  const line = await context.newCDPSession(page);
  await line.send('Network.clearBrowserCache');

  const first = await loaded('/');
  // 428 kB; 1,444 before anything was compressed
  expect(first.bytes).toBeLessThan(470_000);
  expect(first.bytes).toBeGreaterThan(100_000);
  expect(first.asked.length).toBeLessThan(40);
  expect(first.asked.filter((path) => path.includes('latin-ext'))).toEqual([]);
  // the canvas is no matter of whoever reports
  const scripts = first.asked.filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) {
    const script = await context.request.get(addressOf(path));
    expect(await script.text(), path).not.toContain('react-flow__');
  }

  const asItSays = await page.evaluate(async () => {
    const { headers } = await fetch('/api/me');
    return (await fetch('/api/me', { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status;
  });
  expect(asItSays).toBe(304);

  const again = await loaded('/');
  expect(again.asked.filter((path) => path.startsWith('/assets/'))).toEqual([]);
  expect(again.bytes).toBeLessThan(20_000);
});

it('a phone without network says so for as long as that lasts', async () => {
  const { page, context } = here;
  await signIn(page, CLERK, '/');
  await page.waitForLoadState('networkidle');
  const said = page.getByRole('status').getByText('Mất kết nối.');
  expect(await said.count()).toBe(0);
  await context.setOffline(true);
  await said.waitFor();
  expect(await overflowOf(page)).toBe(0);
  await context.setOffline(false);
  await said.waitFor({ state: 'detached' });
  const about = here.complaints.splice(0);
  expect(about.filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

it('what an update took away while a page was open, it says, and it is there after a reload', async () => {
  const { page } = here;
  await signIn(page, CLERK, '/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // a part that a click needed, as Vite tells the page; the page stands
  await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
  const told = page.getByRole('alert');
  await told.getByText('có thể vì hệ thống vừa được cập nhật').waitFor();
  expect(await told.getByRole('button', { name: 'Tải lại trang' }).count()).toBe(1);
  expect(await overflowOf(page)).toBe(0);
  await told.getByRole('button', { name: 'Đóng' }).click();

  // a whole page: its file has another name on the new server, which answers as here
  const files = '**/assets/registers-page-*.js';
  const gone = addressOf('/assets/from-before-the-update.js');
  await page.route(files, async (route) => route.fulfill({ response: await route.fetch({ url: gone }) }));
  await page.getByRole('link', { name: 'Văn bản', exact: true }).click();
  await page.getByRole('heading', { name: 'Chưa tải được' }).waitFor();
  await page.getByText('có thể vì hệ thống vừa được cập nhật').waitFor();
  await page.unroute(files);
  await page.getByRole('button', { name: 'Tải lại trang' }).click();
  await page.getByRole('heading', { name: 'Sổ văn bản' }).waitFor();
  // the browser and the router write it down
  const about = here.complaints.splice(0);
  expect(about.filter((each) => !/404|dynamically imported module/.test(each))).toEqual([]);
});
