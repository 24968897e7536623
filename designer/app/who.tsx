import { Button, Menu, Text } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Me, useSignOut } from '../api/session.ts';
import { CapacityChoice } from '../people/capacity-choice.tsx';
import { SETS_OFFICE } from '../registers/sets-office.ts';
import { shownAs } from './shown-as.ts';

/** `needs`: one of these rights is enough. */
const PLACES = [
  { path: '/absence', name: 'shell.absence', needs: ['read'] },
  { path: '/office', name: 'registers.office.title', needs: SETS_OFFICE },
  { path: '/people', name: 'shell.people', needs: ['people:write'] },
  { path: '/keys', name: 'shell.keys', needs: ['keys:write'] },
  { path: '/audit', name: 'shell.audit', needs: ['audit:read'] },
] as const;

/** Who is here, as what, and what belongs to the person rather than to the work. */
export function Who({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const shown = shownAs(me, t);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color={me.actingFor === null ? 'gray' : 'orange'}
          size="compact-md"
          leftSection={<IconUser size={16} />}
          maw={{ base: 170, sm: 320 }}
          miw={30}
          px={{ base: 6, sm: 'xs' }}
          aria-label={shown}
          classNames={{ section: 'who-icon' }}
        >
          <Text span truncate size="sm" visibleFrom="sm">
            {shown}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {shown}
          <br />
          {me.unit?.name ?? t('session.all')}
        </Menu.Label>
        <CapacityChoice />
        {PLACES.filter(({ needs }) => needs.some((scope) => me.scopes.includes(scope))).map(
          ({ path, name }) => (
            <Menu.Item key={path} component={Link} to={path}>
              {t(name)}
            </Menu.Item>
          ),
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
