import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { dateTime, lastOnTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Asked, type BoardUnit, fileBehind, useUnitsBehind } from './api.ts';
import classes from './board.module.css';

interface BehindNumberProps {
  readonly place: Place;
  readonly asked: Asked;
  readonly close: () => void;
}

/** The units that one number counts, searchable, and as a file. */
export function BehindNumber({ place, asked, close }: BehindNumberProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 640px)');
  const [q, seek] = useState('');
  const units = useUnitsBehind(place, asked, q);
  const items = units.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      fullScreen={narrow}
      title={`${t(`board.figures.${asked.figure}`)} · ${asked.of}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="xs">
        <Group gap="xs">
          <SearchField
            aria-label={t('monitor.search')}
            placeholder={t('monitor.search')}
            asked={q}
            seek={seek}
            flex="1 1 200px"
          />
          <Button
            component="a"
            href={fileBehind(place, asked)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('board.file')}
          </Button>
        </Group>
        {units.isPending ? <Waiting /> : null}
        {isUnreadable(units) ? <Failure error={units.error} retry={() => void units.refetch()} /> : null}
        {units.isSuccess && items.length === 0 ? <Text c="dimmed">{t('monitor.noMatch')}</Text> : null}
        <ol className={classes['units']}>
          {items.map((unit) => (
            <Line key={unit.seq} unit={unit} />
          ))}
        </ol>
        {units.hasNextPage ? (
          <Button
            variant="default"
            loading={units.isFetchingNextPage}
            onClick={() => void units.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        ) : null}
      </Stack>
    </Modal>
  );
}

function Line({ unit }: { readonly unit: BoardUnit }) {
  const { t } = useTranslation();
  const said = [
    t(`status.${unit.status ?? 'planned'}`),
    unit.dueAt === null ? null : t('board.dueOn', { date: lastOnTime(unit.dueAt) }),
    unit.receivedAt === null ? null : t('board.receivedAt', { at: dateTime(unit.receivedAt) }),
    unit.late ? t('timeliness.late') : null,
  ].filter((part) => part !== null);
  return (
    <li>
      <Text fw={500} lang="vi">
        {unit.unitName}
      </Text>
      <Text size="sm">{said.join(' · ')}</Text>
      {unit.returnReason === null ? null : (
        <Text size="sm" lang="vi">
          {t('board.returnedFor', { reason: unit.returnReason })}
        </Text>
      )}
      <Text size="xs" c="dimmed" lang="vi">
        {t('board.from', { unit: unit.fromName })}
      </Text>
    </li>
  );
}
