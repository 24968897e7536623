import { Button, CloseButton, Group, List, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownProblem } from '#api/http/shapes';
import classes from './tasks.module.css';

/** What an act came to, said at the foot of the page; `undo` where it can be taken back. */
export interface Said {
  readonly text: string;
  readonly undo?: () => void;
  /** Row by row what was refused; then it stays until it is closed. */
  readonly refused?: readonly { readonly name: string; readonly problem: ShownProblem }[];
}

const STAYS_MS = 12_000;

export function Toast({ said, close }: { readonly said: Said | null; readonly close: () => void }) {
  const { t, i18n } = useTranslation();
  const refused = said?.refused ?? [];
  const passing = said !== null && refused.length === 0;
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(close, STAYS_MS);
    return () => clearTimeout(timer);
  }, [passing, said, close]);
  return (
    <div role="status" aria-live="polite">
      {said === null ? null : (
        <Paper withBorder shadow="md" p="sm" className={classes['toast'] ?? ''}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{said.text}</Text>
            <Group gap={4} wrap="nowrap">
              {said.undo === undefined ? null : (
                <Button size="compact-sm" variant="light" onClick={said.undo}>
                  {t('tasks.undo')}
                </Button>
              )}
              <CloseButton aria-label={t('common.close')} onClick={close} />
            </Group>
          </Group>
          {refused.length === 0 ? null : (
            <List size="sm" mt={4} mah={180}>
              {refused.map(({ name, problem }, index) => (
                <List.Item key={`${name}-${index}`}>
                  {name}: {i18n.language === 'en' ? problem.en : problem.vi}
                </List.Item>
              ))}
            </List>
          )}
        </Paper>
      )}
    </div>
  );
}
