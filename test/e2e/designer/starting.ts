import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { succeed } from '../../harness/api-client.ts';
import { type Drawing, openId, publishedVersion, saved } from './desk.ts';
import { type Hand, listOf, say, textOf } from './hand.ts';
import type { Start } from './meaning.ts';
import { typedDate } from './words.ts';

export interface Given {
  readonly start: Start;
  /** Units by the question that they answer, as they are looked up. */
  readonly units: Readonly<Record<string, string>>;
}

export interface Started {
  /** What was published, as the server has it. */
  readonly version: Drawing;
  readonly campaign: { readonly mode: string; readonly rootUnitId: string; readonly startedAt: string };
}

/** Publishes what is drawn and starts a rehearsal of it; both from the page. */
export async function publishAndStart(hand: Hand, { start, units }: Given): Promise<Started> {
  const { page } = hand;
  const id = openId(page);
  await saved(page);
  await hand.press(page.getByRole('button', { name: 'Ban hành', exact: true }));
  const publishing = page.getByRole('dialog', { name: 'Ban hành phiên bản 1' });
  await hand.press(publishing.getByRole('button', { name: 'Ban hành', exact: true }));
  const done = page.getByRole('dialog', { name: 'Đã ban hành phiên bản 1' });
  await hand.press(done.getByRole('button', { name: 'Bắt đầu chiến dịch' }));
  const asking = page.getByRole('dialog', { name: 'Bắt đầu chiến dịch từ phiên bản 1' });
  await answer(hand, asking, { start, units });
  await hand.press(asking.getByRole('button', { name: 'Bắt đầu diễn tập' }));
  await page.waitForURL(/\/campaigns\/[^/]+$/);
  const [, campaignId] = /\/campaigns\/([^/?#]+)/.exec(page.url()) ?? [];
  return {
    version: await publishedVersion(id, 1),
    campaign: await succeed<Started['campaign']>('GET', `/api/campaigns/${campaignId}`),
  };
}

async function answer(hand: Hand, asking: Locator, { start, units }: Given): Promise<void> {
  await say(hand, textOf(asking, 'Ngày bắt đầu'), typedDate(start.on));
  for (const [label, name] of Object.entries(units)) {
    const field = listOf(asking, label);
    // the name of what is proposed arrives a moment later, and takes the place of what is typed before
    await expect.poll(() => field.inputValue()).not.toBe('');
    if ((await field.inputValue()) !== name) await hand.find(field, name);
  }
}
