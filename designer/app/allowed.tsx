import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { Scope } from '#model';
import { useMe } from '../api/session.ts';
import { scopeWord } from '../people/words.ts';
import { usePageTitle } from '../ui/page-title.ts';

/** Pages of one right: whoever lacks it reads which right that is, instead of buttons that only refuse. */
export function Allowed({ needs }: { readonly needs: Scope }) {
  const me = useMe();
  if (me.data === undefined) return null;
  return me.data.scopes.includes(needs) ? <Outlet /> : <Closed needs={needs} />;
}

function Closed({ needs }: { readonly needs: Scope }) {
  const { t } = useTranslation();
  usePageTitle(t('shell.closed.title'));
  return (
    <Stack align="flex-start" maw={1200} mx="auto">
      <Title order={1} size="h2">
        {t('shell.closed.title')}
      </Title>
      <Text>{t('shell.closed.text', { right: scopeWord(needs, t) })}</Text>
      <Anchor component={Link} to="/">
        {t('notFound.back')}
      </Anchor>
    </Stack>
  );
}
