import { Stack, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { MailList } from './mail-list.tsx';
import { NoticeList } from './notice-list.tsx';

/** What the unit was told; for whoever looks after the people also what was sent by mail. */
export function NoticesPage() {
  const { t } = useTranslation();
  const me = useMe().data;
  usePageTitle(t('shell.notices'));
  if (me === undefined) return null;
  const list = <NoticeList key={me.unit?.id} unitId={me.unit?.id ?? ''} unitName={me.unit?.name ?? ''} />;
  return (
    <Stack maw={860} mx="auto" gap="md">
      <Title order={1} size="h2">
        {t('shell.notices')}
      </Title>
      {me.scopes.includes('people:write') ? (
        <Tabs defaultValue="notices" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="notices">{t('notices.told')}</Tabs.Tab>
            <Tabs.Tab value="mails">{t('notices.mails')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="notices" pt="md">
            {list}
          </Tabs.Panel>
          <Tabs.Panel value="mails" pt="md">
            <MailList />
          </Tabs.Panel>
        </Tabs>
      ) : (
        list
      )}
    </Stack>
  );
}
