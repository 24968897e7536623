import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../ui/dates.ts';
import type { Extension } from '../api.ts';
import { actorText } from '../who-text.ts';
import { shownInstant } from './dates.ts';

const COLOR = { asked: 'blue', granted: 'pine', refused: 'red', countered: 'orange' } as const;

/** One request for more time and what became of it. */
export function ExtensionLine({ extension }: { readonly extension: Extension }) {
  const { t } = useTranslation();
  const { state, oldDueAt, askedDueAt, grantedDueAt, reason, decisionReason } = extension;
  return (
    <div data-extension={state}>
      <Group gap={8}>
        <Text size="sm">
          {t('report.extension.fromTo', { from: shownInstant(oldDueAt), to: shownInstant(askedDueAt) })}
        </Text>
        <Badge variant="light" color={COLOR[state]} autoContrast>
          {t(`report.extension.state.${state}`, { date: shownInstant(grantedDueAt) })}
        </Badge>
      </Group>
      <Text size="sm">{reason}</Text>
      <Text size="xs" c="dimmed">
        {dateTime(extension.askedAt)} · {actorText(t, extension.askedByName, extension.askedForName)}
      </Text>
      {extension.decidedAt === null ? null : (
        <Text size="xs" c="dimmed">
          {dateTime(extension.decidedAt)} · {actorText(t, extension.decidedByName, extension.decidedForName)}
          {decisionReason === null || decisionReason === '' ? '' : `: ${decisionReason}`}
        </Text>
      )}
    </div>
  );
}
