import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a person with a screen reader or weak eyes would stumble over, with the place; by these rules only. */
export async function barriers(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  // a half faded-in text has no contrast yet
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const builder = new AxeBuilder({ page });
  const asked =
    rules.length > 0
      ? builder.withRules([...rules])
      : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
