import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../api/session.ts';
import { useUnseen } from './api.ts';

/** More than the server counts. */
const MANY = 100;

/** How many notices the person has not looked at, of the unit that is acted for, and the way to them. */
export function NoticesBell() {
  const unit = useMe().data?.unit ?? null;
  return unit === null ? null : <Bell unitId={unit.id} />;
}

function Bell({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation();
  const count = useUnseen(unitId).data?.count ?? 0;
  return (
    <Indicator
      label={count >= MANY ? '99+' : String(count)}
      size={16}
      offset={4}
      disabled={count === 0}
      color="red.8"
      aria-hidden={false}
    >
      <ActionIcon
        component={Link}
        to="/notices"
        variant="subtle"
        color="gray"
        aria-label={t('notices.bell', { count })}
      >
        <IconBell size={18} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
