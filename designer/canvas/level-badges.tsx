import { IconBell, IconListCheck, IconLock, IconMailForward, IconUserStar } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LevelFacts } from './level-facts.ts';
import classes from './level-node.module.css';

const SIZE = 14;
/** As few working days as nobody should overlook. */
const SOON = 2;

/** What else a level carries, at a glance. */
export function BadgeLine({ facts, t }: { facts: LevelFacts; t: TFunction }) {
  const { tasks, reminders, relay, position, locked, due } = facts;
  const left = due !== null && 'left' in due ? due.left : null;
  return (
    <div className={classes['badges']}>
      {tasks === 0 ? null : (
        <Badge title={t('canvas.tasks', { count: tasks })}>
          <IconListCheck size={SIZE} aria-hidden />
          {tasks}
        </Badge>
      )}
      {reminders === 0 ? null : (
        <Badge title={t('canvas.reminders', { count: reminders })}>
          <IconBell size={SIZE} aria-hidden />
          {reminders}
        </Badge>
      )}
      {relay ? (
        <Badge title={t('canvas.relay')}>
          <IconMailForward size={SIZE} aria-hidden />
        </Badge>
      ) : null}
      {locked ? (
        <Badge title={t('canvas.locked')}>
          <IconLock size={SIZE} aria-hidden />
        </Badge>
      ) : null}
      {position === null ? null : (
        <Badge title={t('canvas.position', { position })}>
          <IconUserStar size={SIZE} aria-hidden />
          <span className={classes['position']}>{position}</span>
        </Badge>
      )}
      {left === null ? null : (
        <span
          className={classes['left']}
          data-soon={left <= SOON || undefined}
          title={t('canvas.left', { count: left })}
        >
          {t('canvas.leftShort', { count: left })}
        </span>
      )}
    </div>
  );
}

const Badge = ({ title, children }: { title: string; children: ReactNode }) => (
  <span className={classes['badge']} title={title}>
    {children}
  </span>
);
