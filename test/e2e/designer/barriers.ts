import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a person with a screen reader or weak eyes would stumble over, with the place. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // a half faded-in text has no contrast yet
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
