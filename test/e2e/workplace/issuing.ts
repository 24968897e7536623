import { definitionIdOf, type Rehearsal, rehearsal } from '../../integration/lives/rehearsal.ts';
import { addressOf } from '../visit.ts';
import { type Desk, forgive, measure } from './desk.ts';

/** Document 001 as its leader issues it from its drawing: a rehearsal of 20 November 2024. */
export async function issueDocument001(desk: Desk, title: string): Promise<Rehearsal> {
  const { page, press } = desk;
  const definitionId = await definitionIdOf('bac-kan-2024');
  await page.goto(addressOf('/drawings'));
  await press(page.locator(`main a[href="/drawings/${definitionId}"]`).first());
  await press(page.getByRole('button', { name: 'Bắt đầu chiến dịch' }));
  const asking = page.getByRole('dialog', { name: /^Bắt đầu chiến dịch từ phiên bản/ });
  await asking.getByRole('textbox', { name: 'Ngày bắt đầu' }).fill('20/11/2024');
  await asking.getByRole('textbox', { name: 'Tên chiến dịch' }).fill(title);
  await asking.getByText(/^\d+ đơn vị, \d+ báo cáo/).waitFor();
  await measure(desk, 'starting');
  await press(asking.getByRole('button', { name: 'Bắt đầu diễn tập' }));
  await page.waitForURL(/\/campaigns\/[^/]+$/);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await measure(desk, 'campaign');
  // asked for a plan before the day was typed, the server says that the deadline has passed
  forgive(desk, /422 .*\/preview/);
  const its = rehearsal(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  await its.rest();
  return its;
}
