import { Paper, Spoiler, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Missing } from '#engine';
import { actorText } from '../report/who-text.ts';
import { dateTime } from '../ui/dates.ts';
import type { Table } from './api.ts';
import classes from './collect.module.css';

/** What the figures on this page are worth: provisional with its gaps named, or equal to a signed revision. */
export function StateLine({ table }: { readonly table: Table }) {
  const { t } = useTranslation();
  const { coverage, revision, signedRevision, revisions } = table;
  const changed = Object.values(table.differences).some((each) => each.length > 0);
  const signed = revisions.find((each) => each.revision === signedRevision && each.state === 'signed');
  const settled = signed !== undefined && revision === signedRevision && !changed;
  if (settled) {
    return (
      <Paper p="sm" className={classes['signed'] ?? ''} role="status">
        <Text fw={700}>
          {t('collect.state.signed', {
            revision: signed.revision,
            accepted: coverage.accepted,
            owed: coverage.owed,
          })}
        </Text>
        <Text size="sm">
          {t('collect.state.signedBy', {
            who: actorText(t, signed.signedByName, signed.signedOnBehalfOfName),
            at: signed.signedAt === null ? '' : dateTime(signed.signedAt),
          })}
        </Text>
        <MissingLine missing={coverage.missing} />
      </Paper>
    );
  }
  return (
    <Paper p="sm" className={classes['provisional'] ?? ''} role="status">
      <Stack gap={2}>
        <Text fw={700}>
          {t('collect.state.provisional', { accepted: coverage.accepted, owed: coverage.owed })}
        </Text>
        <MissingLine missing={coverage.missing} />
        <Text size="xs">
          {signed === undefined
            ? t('collect.state.asOf', { at: dateTime(table.campaign.now) })
            : t('collect.state.since', { at: dateTime(table.campaign.now), revision: signed.revision })}
        </Text>
      </Stack>
    </Paper>
  );
}

function MissingLine({ missing }: { readonly missing: readonly Missing[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <Spoiler maxHeight={42} fz="sm" showLabel={t('totals.missingMore')} hideLabel={t('totals.missingLess')}>
      <Text size="sm">
        {t('collect.state.missing')} {missingNames(missing, (state) => t(`collect.missing.${state}`))}
      </Text>
    </Spoiler>
  );
}

/** `A (chưa nộp); B (bị trả lại)`: a unit that owes two reports stands there once per report. */
export const missingNames = (
  missing: readonly Missing[],
  word: (state: Missing['state']) => string,
): string => missing.map(({ unitName, state }) => `${unitName} (${word(state)})`).join('; ');
