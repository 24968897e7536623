import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../ui/page-title.ts';
import { PeopleTab } from './people-tab.tsx';
import { PostsTab } from './posts-tab.tsx';

/** Officials and posts of an administrator's unit and of those below it. */
export function PeoplePage() {
  const { t } = useTranslation();
  usePageTitle(t('people.title'));
  const [words, say] = useSearchParams();
  const tab = words.get('tab') === 'posts' ? 'posts' : 'people';
  return (
    <Stack maw={1000} mx="auto">
      <Title order={1} size="h2">
        {t('people.title')}
      </Title>
      <Text c="dimmed" size="sm">
        {t('people.lead')}
      </Text>
      <Tabs
        value={tab}
        onChange={(chosen) => say(chosen === 'posts' ? { tab: 'posts' } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="people">{t('people.tab.people')}</Tabs.Tab>
          <Tabs.Tab value="posts">{t('people.tab.posts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people" pt="md">
          <PeopleTab />
        </Tabs.Panel>
        <Tabs.Panel value="posts" pt="md">
          <PostsTab />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
