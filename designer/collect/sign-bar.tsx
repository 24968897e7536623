import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, lastOnTime } from '../ui/dates.ts';
import type { Desk, Table, Upward } from './api.ts';
import classes from './collect.module.css';
import { waitedFor } from './settled.ts';
import { SignDialog } from './sign-dialog.tsx';

interface SignBarProps {
  readonly desk: Desk;
  readonly table: Table;
  readonly maySign: boolean;
}

const DRAWN = {
  all: 'collect.drawnWhenAll',
  cutoff: 'collect.drawnBy',
  first: 'collect.drawnWithFirst',
} as const;

/** Where the consolidation itself stands: not drawn up, to be signed, gone up, come back. */
export function SignBar({ desk, table, maySign }: SignBarProps) {
  const { t } = useTranslation();
  const [signing, sign] = useState(false);
  const { revision, signedRevision, cutoffAt } = table;
  const waits = revision > signedRevision;
  return (
    <Stack gap="xs" flex="1 1 320px">
      {waits && maySign ? (
        <div>
          <Button leftSection={<IconSignature size={18} aria-hidden />} onClick={() => sign(true)}>
            {t('collect.sign', { revision })}
          </Button>
        </div>
      ) : null}
      {waits && !maySign ? <Text size="sm">{t('collect.waitsForSignature', { revision })}</Text> : null}
      {revision === 0 ? (
        <Text size="sm" c="dimmed">
          {t(DRAWN[waitedFor(table)], { date: cutoffAt === null ? '' : lastOnTime(cutoffAt) })}
        </Text>
      ) : null}
      {table.upward.map((upward) => (
        <UpwardLine key={upward.obligationId} upward={upward} />
      ))}
      {signing ? <SignDialog desk={desk} table={table} close={() => sign(false)} /> : null}
    </Stack>
  );
}

/** The report upwards that the signed consolidation is: its receipt, what became of it, and why it came back. */
function UpwardLine({ upward }: { readonly upward: Upward }) {
  const { t } = useTranslation();
  const collector = upward.collectorName ?? '';
  if (upward.status === 'returned') {
    return (
      <Alert color="orange" role="status" title={t('collect.upward.returned', { unit: collector })}>
        <Text size="sm">{upward.returnReason}</Text>
        {upward.reworkDueAt === null ? null : (
          <Text size="sm">{t('collect.upward.again', { date: lastOnTime(upward.reworkDueAt) })}</Text>
        )}
      </Alert>
    );
  }
  if (upward.version === 0 || upward.receivedAt === null) {
    return (
      <Text size="sm">
        {upward.dueAt === null
          ? t('collect.upward.owedUndated', { unit: collector })
          : t('collect.upward.owed', { unit: collector, date: lastOnTime(upward.dueAt) })}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm">
        {t(upward.status === 'accepted' ? 'collect.upward.accepted' : 'collect.upward.sent', {
          unit: collector,
          revision: upward.revision ?? 0,
          at: dateTime(upward.receivedAt),
        })}
      </Text>
      {upward.hash === null ? null : (
        <Text size="xs" c="dimmed" className={classes['hash'] ?? ''}>
          {t('collect.upward.receipt', { hash: upward.hash })}
        </Text>
      )}
    </div>
  );
}
