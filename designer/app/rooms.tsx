import { IconChecklist, IconMailbox, IconRoute, IconSchema } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Me } from '../api/session.ts';

const ROOMS = [
  { path: '/', name: 'tasks', Icon: IconChecklist, needs: 'reports:write' },
  { path: '/campaigns', name: 'campaigns', Icon: IconRoute, needs: 'read' },
  { path: '/registers', name: 'registers', Icon: IconMailbox, needs: 'letters:write' },
  { path: '/drawings', name: 'drawings', Icon: IconSchema, needs: 'read' },
] as const;

/** The rooms of the product that this person works in; on a phone a bar at the thumb. */
export function Rooms({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = roomOf(pathname);
  return (
    <nav aria-label={t('shell.rooms')} className="rooms">
      {ROOMS.filter(({ needs }) => me.scopes.includes(needs)).map(({ path, name, Icon }) => (
        <Link key={path} to={path} aria-current={path === here ? 'page' : undefined}>
          <Icon size={20} className="room-icon" aria-hidden />
          {t(`shell.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** A task, a letter or the page of one campaign lies in a room, too. */
function roomOf(pathname: string): string | undefined {
  if (pathname === '/' || pathname.startsWith('/tasks')) return '/';
  if (pathname.startsWith('/letters')) return '/registers';
  return ROOMS.find(({ path }) => path !== '/' && pathname.startsWith(path))?.path;
}
