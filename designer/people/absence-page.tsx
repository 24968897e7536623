import { Alert, Button, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconCalendarOff, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { type Delegation, useListed } from './api.ts';
import { DelegationDialog } from './delegation-dialog.tsx';
import { DelegationRow } from './delegation-row.tsx';
import { Rows } from '../ui/rows.tsx';

type Of = 'mine' | 'unit';

/** Away with a substitute, or part of the work delegated: one's own posts, and an administrator's whole unit. */
export function AbsencePage() {
  const { t } = useTranslation();
  usePageTitle(t('people.delegation.page'));
  const me = useMe().data;
  const administers = me?.scopes.includes('people:write') ?? false;
  const acting = (me?.actingFor ?? null) !== null;
  const [of, show] = useState<Of>('mine');
  const [open, setOpen] = useState<Delegation['kind'] | null>(null);
  const listed = useListed<Delegation>('/api/delegations', { of });
  return (
    <Stack maw={1000} mx="auto">
      <Title order={1} size="h2">
        {t('people.delegation.page')}
      </Title>
      <Text c="dimmed" size="sm">
        {t('people.delegation.lead')}
      </Text>
      {acting ? (
        <Alert color="orange">{t('people.delegation.acting')}</Alert>
      ) : (
        <Group>
          <Button leftSection={<IconCalendarOff size={16} />} onClick={() => setOpen('absence')}>
            {t('people.delegation.giveAbsence')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconUserShare size={16} />}
            onClick={() => setOpen('delegation')}
          >
            {t('people.delegation.givePart')}
          </Button>
        </Group>
      )}
      {administers ? (
        <Tabs value={of} onChange={(value) => show(value === 'unit' ? 'unit' : 'mine')}>
          <Tabs.List>
            <Tabs.Tab value="mine">{t('people.delegation.mine')}</Tabs.Tab>
            <Tabs.Tab value="unit">{t('people.delegation.unit')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      ) : null}
      <Rows
        label={t(of === 'mine' ? 'people.delegation.mine' : 'people.delegation.unit')}
        listed={listed}
        empty={t('people.delegation.empty')}
        row={(delegation) => <DelegationRow delegation={delegation} />}
      />
      {open === null || me === undefined ? null : (
        <DelegationDialog kind={open} me={me} anyPost={of === 'unit'} close={() => setOpen(null)} />
      )}
    </Stack>
  );
}
