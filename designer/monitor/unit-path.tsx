import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface UnitPathProps {
  /** From below the root to the unit whose addressees are shown. */
  readonly path: readonly TreeUnit[];
  /** Keeps so many steps of the path. */
  readonly goTo: (depth: number) => void;
}

/** Where in a large cascade one stands, and the way back up. */
export function UnitPath({ path, goTo }: UnitPathProps) {
  const { t } = useTranslation();
  const here = useRef<HTMLParagraphElement>(null);
  const place = path.at(-1)?.unitId;
  // the button that led here is gone; the keyboard goes on from the new place
  useEffect(() => here.current?.focus(), [place]);
  return (
    <Group gap={4} component="nav" aria-label={t('monitor.path')}>
      <Button size="compact-xs" variant="subtle" onClick={() => goTo(0)}>
        {t('monitor.top')}
      </Button>
      {path.slice(0, -1).map((step, index) => (
        <Button key={step.unitId} size="compact-xs" variant="subtle" onClick={() => goTo(index + 1)}>
          {step.unitName}
        </Button>
      ))}
      <Text ref={here} tabIndex={-1} size="sm" fw={600} aria-current="location">
        {path.at(-1)?.unitName}
      </Text>
    </Group>
  );
}
