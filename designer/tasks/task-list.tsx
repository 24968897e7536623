import { Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from './api.ts';
import { type CardActs, TaskCard } from './task-card.tsx';
import classes from './tasks.module.css';

interface TaskListProps {
  readonly tasks: readonly Task[];
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly current: number | null;
  /** The card that the keyboard goes to; the list scrolls there. */
  readonly goTo: { readonly index: number } | null;
  readonly selected: ReadonlySet<string>;
  readonly myId: string;
  readonly acts: CardActs;
}

const ABOUT_PX = 132;

/** However many there are, only those in view are in the page; the next ones come while one reads. */
export function TaskList({ tasks, hasMore, more, current, goTo, selected, myId, acts }: TaskListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const at = list.current?.getBoundingClientRect().top;
    if (at !== undefined) setTop(at + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => ABOUT_PX,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => tasks[index]?.subject ?? index,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && lastShown >= tasks.length - 10) more();
  }, [hasMore, lastShown, more, tasks.length]);
  // the virtualizer is a new object whenever it scrolls: only a new wish moves
  const show = useEffectEvent((index: number) => virtual.scrollToIndex(index, { align: 'auto' }));
  useEffect(() => {
    if (goTo === null) return;
    show(goTo.index);
    // the card may only now be put into the page
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-task="${goTo.index}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [goTo]);
  return (
    <>
      <ul
        ref={list}
        className={classes['list']}
        aria-label={t('tasks.list')}
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map((row) => {
          const task = tasks[row.index];
          return task === undefined ? null : (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={classes['row']}
              style={{ transform: `translateY(${row.start - virtual.options.scrollMargin}px)` }}
              aria-setsize={hasMore ? -1 : tasks.length}
              aria-posinset={row.index + 1}
            >
              <TaskCard
                task={task}
                index={row.index}
                current={current === row.index}
                selected={selected.has(task.subject)}
                myId={myId}
                acts={acts}
              />
            </li>
          );
        })}
      </ul>
      {hasMore ? (
        <Text size="sm" c="dimmed" ta="center" py="sm" role="status">
          {t('tasks.more')}
        </Text>
      ) : null}
    </>
  );
}
