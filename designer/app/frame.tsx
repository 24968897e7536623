import {
  ActionIcon,
  Anchor,
  AppShell,
  Button,
  Group,
  Menu,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useMatch } from 'react-router';
import { isSignedOut, useMe, useSignOut } from '../api/session.ts';
import { setLanguage } from '../locales/i18n.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SignInPage } from './sign-in-page.tsx';

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
          {me.data ? <Rooms /> : null}
          <Group gap={4} wrap="nowrap" ml="auto">
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
            {me.data ? <Who name={me.data.name} unit={me.data.unit?.name ?? t('session.all')} /> : null}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" ref={main} tabIndex={-1}>
        {me.isPending ? (
          <Waiting />
        ) : me.isError ? (
          isSignedOut(me.error) ? (
            <SignInPage />
          ) : (
            <Failure error={me.error} retry={() => void me.refetch()} />
          )
        ) : (
          <Outlet />
        )}
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

/** The two rooms of the product. */
function Rooms() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const campaigns = pathname === '/' || pathname.startsWith('/campaigns');
  return (
    <nav aria-label={t('library.rooms')} className="rooms">
      <Link to="/" aria-current={campaigns ? 'page' : undefined}>
        {t('library.campaigns')}
      </Link>
      <Link to="/drawings" aria-current={pathname.startsWith('/drawings') ? 'page' : undefined}>
        {t('library.drawings')}
      </Link>
    </nav>
  );
}

function Who({ name, unit }: { readonly name: string; readonly unit: string }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconUser size={16} />}
          maw={{ base: 170, sm: 320 }}
          px={{ base: 6, sm: 'xs' }}
          aria-label={name}
          classNames={{ section: 'who-icon' }}
        >
          <Text span truncate size="sm" visibleFrom="sm">
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {unit}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
