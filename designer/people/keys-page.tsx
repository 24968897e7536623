import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { date, dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { type ServiceKey, useAct, useListed } from './api.ts';
import { Confirm } from './confirm.tsx';
import { KeyIssued } from './key-issued.tsx';
import classes from './people.module.css';
import { Rows } from '../ui/rows.tsx';
import { scopeWord } from './words.ts';

/** Keys of other systems: issued, seen in use, revoked. */
export function KeysPage() {
  const { t } = useTranslation();
  usePageTitle(t('people.keys.title'));
  const me = useMe().data;
  const listed = useListed<ServiceKey>('/api/keys', {});
  const [open, setOpen] = useState(false);
  return (
    <Stack maw={1000} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('people.keys.title')}
        </Title>
        <Button leftSection={<IconKey size={16} />} onClick={() => setOpen(true)}>
          {t('people.keys.issue')}
        </Button>
      </Group>
      <Text c="dimmed" size="sm">
        {t('people.keys.lead')}
      </Text>
      <Rows
        label={t('people.keys.title')}
        listed={listed}
        empty={t('people.keys.empty')}
        row={(key) => <KeyRow serviceKey={key} />}
      />
      {open && me !== undefined ? <KeyIssued me={me} close={() => setOpen(false)} /> : null}
    </Stack>
  );
}

function KeyRow({ serviceKey: key }: { readonly serviceKey: ServiceKey }) {
  const { t } = useTranslation();
  const revoke = useAct(
    () => post<ServiceKey>(`/api/keys/${key.id}/revocation`, {}),
    () => {},
  );
  return (
    <>
      <div className={classes['text']}>
        <Text fw={600}>
          {key.name}{' '}
          {key.revokedAt === null ? null : (
            <Badge variant="light" color="red">
              {t('people.keys.revoked', { date: date(key.revokedAt) })}
            </Badge>
          )}
        </Text>
        <Text size="sm">{key.unitName ?? t('session.all')}</Text>
        <Text size="sm" c="dimmed">
          {key.scopes.map((scope) => scopeWord(scope, t)).join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('people.keys.made', {
            date: date(key.createdAt),
            name: key.createdByName ?? t('people.keys.system'),
          })}
          {' · '}
          {key.lastUsedAt === null
            ? t('people.keys.unused')
            : t('people.keys.lastUsed', { at: dateTime(key.lastUsedAt) })}
        </Text>
      </div>
      {key.revokedAt === null ? (
        <Confirm
          size="compact-sm"
          label={t('people.keys.revoke')}
          warning={t('people.keys.revokeWarning', { name: key.name })}
          loading={revoke.isPending}
          onConfirm={() => revoke.mutate(undefined)}
        />
      ) : null}
      {revoke.isError ? <Failure error={revoke.error} /> : null}
    </>
  );
}
