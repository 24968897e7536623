import { Paper, Spoiler, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Coverage, Missing } from '#engine';
import { missingBelow } from '#engine/coverage';
import { actorText } from '../report/who-text.ts';
import { dateTime } from '../ui/dates.ts';
import type { Table } from './api.ts';
import { isSettled, lastSigned } from './settled.ts';
import classes from './collect.module.css';

/** What the figures on this page are worth: provisional with its gaps named, or equal to a signed revision. */
export function StateLine({ table }: { readonly table: Table }) {
  const { t } = useTranslation();
  const { coverage } = table;
  const signed = lastSigned(table);
  if (signed !== undefined && isSettled(table)) {
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
        <MissingLines coverage={coverage} />
      </Paper>
    );
  }
  return (
    <Paper p="sm" className={classes['provisional'] ?? ''} role="status">
      <Stack gap={2}>
        <Text fw={700}>
          {t('collect.state.provisional', { accepted: coverage.accepted, owed: coverage.owed })}
        </Text>
        <MissingLines coverage={coverage} />
        <Text size="xs">
          {signed === undefined
            ? t('collect.state.asOf', { at: dateTime(table.campaign.now) })
            : t('collect.state.since', { at: dateTime(table.campaign.now), revision: signed.revision })}
        </Text>
      </Stack>
    </Paper>
  );
}

/** Who is missing here, and who was missing below when those who are counted here added up. */
export function MissingLines({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  return (
    <>
      <MissingLine lead={t('collect.state.missing')} missing={coverage.missing} />
      <MissingLine lead={t('collect.state.missingBelow')} missing={missingBelow(coverage)} />
    </>
  );
}

function MissingLine({ lead, missing }: { readonly lead: string; readonly missing: readonly Missing[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <Spoiler maxHeight={42} fz="sm" showLabel={t('totals.missingMore')} hideLabel={t('totals.missingLess')}>
      <Text size="sm">
        {lead} {missingNames(missing, (state) => t(`collect.missing.${state}`))}
      </Text>
    </Spoiler>
  );
}

/** `A (chưa nộp); B (bị trả lại)`: a unit that owes two reports stands there once per report. */
export const missingNames = (
  missing: readonly Missing[],
  word: (state: Missing['state']) => string,
): string => missing.map(({ unitName, state }) => `${unitName} (${word(state)})`).join('; ');
