import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/failure.tsx';
import { type Act, type Desk, type Outcome, type Row, type Table, useBulk } from './api.ts';
import { OutcomeList } from './outcome-list.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { actable, leftToOthers } from './rows.ts';

interface ActsProps {
  readonly desk: Desk;
  readonly rows: readonly Row[];
  readonly table: Pick<Table, 'workingDays' | 'cutoffAt'>;
  /** Told what every act came to, and with null when that was read and put away. */
  readonly told?: (outcomes: readonly Outcome[] | null) => void;
}

/** Accept, return, remind: on one row or on many, with what came of it beside the buttons. */
export function Acts({ desk, rows, table, told }: ActsProps) {
  const { t } = useTranslation();
  const bulk = useBulk(desk);
  const [asking, ask] = useState<'accept' | 'return' | null>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const [accept, back, remind] = [actable(rows, 'accept'), actable(rows, 'return'), actable(rows, 'remind')];
  const others = leftToOthers(rows);
  const several = rows.length > 1;
  const count = (some: readonly Row[]): string => (several ? ` (${some.length})` : '');
  const send = (some: readonly Row[], act: Act): void =>
    bulk.mutate(
      { rows: some, act },
      {
        onSuccess: (came) => {
          ask(null);
          setOutcomes(came);
          told?.(came);
        },
      },
    );
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {accept.length > 0 ? (
          <Button
            size="sm"
            loading={bulk.isPending}
            onClick={() => (several ? ask('accept') : send(accept, { act: 'accept' }))}
          >
            {t('collect.accept')}
            {count(accept)}
          </Button>
        ) : null}
        {back.length > 0 ? (
          <Button size="sm" variant="default" disabled={bulk.isPending} onClick={() => ask('return')}>
            {t('collect.return')}
            {count(back)}
          </Button>
        ) : null}
        {remind.length > 0 ? (
          <Button
            size="sm"
            variant="default"
            disabled={bulk.isPending}
            onClick={() => send(remind, { act: 'remind' })}
          >
            {t('collect.remind')}
            {count(remind)}
          </Button>
        ) : null}
        {rows.length > 0 && accept.length + back.length + remind.length + others.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('collect.nothingToDo')}
          </Text>
        ) : null}
      </Group>
      {others.length === 0 ? null : (
        <Text size="sm" role="note">
          {several
            ? t('collect.ownReports', { units: others.map(({ unitName }) => unitName).join(', ') })
            : t('collect.ownReport')}
        </Text>
      )}
      {asking === 'accept' ? (
        <Group gap="xs" role="group" aria-label={t('collect.accept')}>
          <Text size="sm">{t('collect.acceptMany', { count: accept.length })}</Text>
          <Button size="xs" loading={bulk.isPending} onClick={() => send(accept, { act: 'accept' })}>
            {t('collect.acceptYes')}
          </Button>
          <Button size="xs" variant="default" onClick={() => ask(null)}>
            {t('common.cancel')}
          </Button>
        </Group>
      ) : null}
      {bulk.isError && asking !== 'return' ? <Failure error={bulk.error} /> : null}
      {outcomes === null ? null : (
        <OutcomeList
          outcomes={outcomes}
          close={() => {
            setOutcomes(null);
            told?.(null);
          }}
        />
      )}
      {asking === 'return' ? (
        <ReturnDialog
          rows={back}
          workingDays={table.workingDays}
          cutoffAt={table.cutoffAt}
          busy={bulk.isPending}
          error={bulk.error}
          send={(act) => send(back, act)}
          close={() => ask(null)}
        />
      ) : null}
    </Stack>
  );
}
