import { Alert, Badge, Button, Card, Text, Title } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { capital } from '#model/capital';
import { isUnreadable } from '../api/unreadable.ts';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { type Arrival, type RegisterAnswer, useArrivals, useRegistering } from './api.ts';
import classes from './registers.module.css';

interface ArrivalsProps {
  /** The campaign that a task led here for. */
  readonly wanted: string | null;
  readonly mayRegister: boolean;
}

/** What arrived and stands in no register yet: one click each, from the day it came. */
export function Arrivals({ wanted, mayRegister }: ArrivalsProps) {
  const { t } = useTranslation();
  const arrivals = useArrivals();
  const registering = useRegistering();
  const items = arrivals.data?.items ?? [];
  if (isUnreadable(arrivals)) return <Failure error={arrivals.error} retry={() => void arrivals.refetch()} />;
  return (
    <>
      <div aria-live="polite">
        {registering.data === undefined ? null : <Done answer={registering.data} />}
      </div>
      {registering.isError ? <Failure error={registering.error} /> : null}
      {items.length === 0 ? null : (
        <Card withBorder component="section" className={classes['arrivals'] ?? ''} aria-labelledby="arrived">
          <Title order={2} size="h4" id="arrived">
            {t('registers.arrived', { count: items.length })}
          </Title>
          {items.map((arrival) => (
            <div
              key={arrival.campaignId}
              className={classes['arrival']}
              data-wanted={arrival.campaignId === wanted || undefined}
            >
              <What arrival={arrival} />
              {mayRegister ? (
                <Button
                  autoFocus={arrival.campaignId === wanted}
                  leftSection={<IconRubberStamp size={16} aria-hidden />}
                  loading={registering.isPending && registering.variables === arrival.campaignId}
                  disabled={registering.isPending}
                  onClick={() => registering.mutate(arrival.campaignId)}
                >
                  {t('registers.register')}
                </Button>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('registers.clerkRegisters')}
                </Text>
              )}
            </div>
          ))}
        </Card>
      )}
    </>
  );
}

function What({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  return (
    <div className={classes['main']}>
      <Text>
        {arrival.code === null ? null : <b>{arrival.code}: </b>}
        {arrival.code === null ? capital(arrival.subject) : arrival.subject}
      </Text>
      <Text size="sm" c="dimmed">
        {t('registers.fromAt', { from: arrival.fromName, at: dateTime(arrival.at) })}{' '}
        {arrival.mode === 'rehearsal' ? <RehearsalBadge /> : null}
      </Text>
      {/* two campaigns may pass on the same letter */}
      <Text size="sm" c="dimmed">
        {arrival.campaignTitle}
      </Text>
    </div>
  );
}

function Done({ answer: { row, warnings } }: { readonly answer: RegisterAnswer }) {
  const { t, i18n } = useTranslation();
  return (
    <Alert color={warnings.length === 0 ? 'pine' : 'orange'}>
      <b>{t('registers.registered', { number: row.arrivalNumber, year: row.year })}</b>
      {warnings.map((each) => (
        <Text key={each.code} size="sm">
          {i18n.language === 'en' ? each.en : each.vi}
        </Text>
      ))}
    </Alert>
  );
}
