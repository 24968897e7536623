import { Badge, Button, Card, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine/civil';
import { isUnreadable } from '../api/unreadable.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Mail, useMails } from './api.ts';
import classes from './notices.module.css';

const STATES = ['waiting', 'sent', 'refused'] as const;
const COLOUR = { waiting: 'orange', sent: 'pine', refused: 'red' } as const;

/** Every digest that was made: whether it went out, and what the mail server said. */
export function MailList() {
  const { t } = useTranslation();
  const [state, setState] = useState<string | null>(null);
  const mails = useMails(state);
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm">
      <Select
        aria-label={t('notices.mailState')}
        placeholder={t('notices.allMails')}
        data={STATES.map((value) => ({ value, label: t(`notices.mailStates.${value}`) }))}
        value={state}
        onChange={setState}
        clearable
        maw={260}
      />
      {mails.isPending ? <Waiting /> : null}
      {isUnreadable(mails) ? <Failure error={mails.error} retry={() => void mails.refetch()} /> : null}
      {mails.isSuccess && items.length === 0 ? (
        <Card withBorder padding="xl">
          <Text fw={600}>{t('notices.noMails')}</Text>
          <Text size="sm" c="dimmed">
            {t('notices.noMailsNext')}
          </Text>
        </Card>
      ) : null}
      {items.length > 0 ? (
        <Table className={classes['mails']} aria-label={t('notices.mails')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('notices.to')}</Table.Th>
              <Table.Th>{t('notices.day')}</Table.Th>
              <Table.Th>{t('notices.mailState')}</Table.Th>
              <Table.Th>{t('notices.answer')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((mail) => (
              <Row key={mail.id} mail={mail} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {mails.hasNextPage ? (
        <Button
          variant="default"
          loading={mails.isFetchingNextPage}
          onClick={() => void mails.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </Stack>
  );
}

function Row({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation();
  const moment =
    mail.sentAt !== null
      ? dateTime(mail.sentAt)
      : mail.state === 'waiting' && mail.attempts > 0
        ? t('notices.nextTry', { at: dateTime(mail.nextAt) })
        : null;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Text size="sm" fw={500}>
          {mail.personName}
        </Text>
        <Text size="xs" c="dimmed">
          {mail.address}
        </Text>
      </Table.Th>
      <Table.Td>
        {formatDate(mail.day)}
        <Text size="xs" c="dimmed">
          {t('notices.count', { count: mail.notices })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={COLOUR[mail.state]} variant="light">
          {t(`notices.mailStates.${mail.state}`)}
        </Badge>
        {moment === null ? null : (
          <Text size="xs" c="dimmed">
            {moment}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="xs">{t('notices.attempts', { count: mail.attempts })}</Text>
        {mail.answer === null ? null : <Text size="xs">{mail.answer}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}
