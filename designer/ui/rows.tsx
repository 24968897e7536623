import { Button, Card, Text } from '@mantine/core';
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#api/http/shapes';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from './failure.tsx';
import { Waiting } from './waiting.tsx';
import classes from './rows.module.css';

interface RowsProps<T> {
  readonly label: string;
  readonly listed: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  /** What to do where nothing is there. */
  readonly empty: string;
  readonly row: (item: T) => ReactNode;
}

/** A list of things with an id, more of it on demand. */
export function Rows<T extends { readonly id: string }>({ label, listed, empty, row }: RowsProps<T>) {
  const { t } = useTranslation();
  if (listed.isPending) return <Waiting />;
  if (isUnreadable(listed)) return <Failure error={listed.error} retry={() => void listed.refetch()} />;
  const items = listed.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Card withBorder padding="xl">
        <Text c="dimmed">{empty}</Text>
      </Card>
    );
  }
  return (
    <>
      <Card withBorder padding={0} component="ul" aria-label={label} className={classes['list'] ?? ''}>
        {items.map((item) => (
          <li key={item.id} className={classes['row']}>
            {row(item)}
          </li>
        ))}
      </Card>
      {listed.hasNextPage ? (
        <Button
          variant="default"
          loading={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
