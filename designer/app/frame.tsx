import {
  ActionIcon,
  Anchor,
  AppShell,
  Button,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useMatch } from 'react-router';
import { isRetriable } from '../api/client.ts';
import { isSignedOut, useMe } from '../api/session.ts';
import { setLanguage } from '../locales/i18n.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { NoticesBell } from '../notices/notices-bell.tsx';
import { GonePart } from './gone-part.tsx';
import { LineLost } from './line-lost.tsx';
import { Rooms } from './rooms.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useLightOnPaper } from './use-light-on-paper.ts';
import { useSamePerson } from './use-same-person.ts';
import { useTypedHere } from './use-typed-here.ts';
import { Who } from './who.tsx';

/** What every page stands in: who I am, language, light and dark. Nobody signed in: the way in, and nothing else. */
export function Frame() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    // a keyboard or a screen reader goes on in the new page, not where the old one was left
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  useLightOnPaper();
  useSamePerson(me.data?.id);
  const typed = useTypedHere(pathname);
  const ended = isSignedOut(me.error);
  // a broken line takes nothing off the page, the end of the session nothing that was typed
  const stays = me.data !== undefined && (me.error === null || isRetriable(me.error) || (ended && typed));
  // the page of one drawing fills the window
  const drawing = useMatch('/drawings/:definitionId');
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  return (
    <AppShell header={{ height: 56 }} padding={drawing === null ? { base: 'sm', sm: 'lg' } : 0}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} justify="space-between" wrap="nowrap" gap="xs">
          <Anchor component={Link} to="/" underline="never" c="inherit" aria-label={t('app.name')}>
            <Group gap={8} wrap="nowrap">
              <img src="/icon.svg" width={28} height={28} alt="" />
              <Text fw={700} size="lg" visibleFrom="xs">
                {t('app.name')}
              </Text>
            </Group>
          </Anchor>
          {me.data ? <Rooms me={me.data} /> : null}
          {/* where all does not fit beside each other, the name gives way */}
          <Group gap={4} wrap="nowrap" ml="auto" miw={0} className="mine">
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              lang={i18n.language === 'vi' ? 'en' : 'vi'}
              onClick={() => setLanguage(i18n.language === 'vi' ? 'en' : 'vi')}
            >
              {t('app.language')}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('app.theme')}
              onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
            >
              {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
            </ActionIcon>
            {me.data ? <NoticesBell /> : null}
            {me.data ? <Who me={me.data} /> : null}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" ref={main} tabIndex={-1} className={stays && ended ? 'waits' : undefined}>
        {stays ? (
          <Outlet />
        ) : me.isPending ? (
          <Waiting />
        ) : ended ? (
          <SignInPage />
        ) : (
          <Failure error={me.error} retry={() => void me.refetch()} />
        )}
      </AppShell.Main>
      <ScrollRestoration />
      {stays && ended ? <SessionEnded /> : null}
      {drawing === null ? <LineLost /> : null}
      <GonePart />
    </AppShell>
  );
}
