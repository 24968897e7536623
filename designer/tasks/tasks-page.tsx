import { Box, Button, Drawer, Group, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Scope } from '#model';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { count } from '../ui/numbers.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type Task, useCounts, useTasks } from './api.ts';
import type { BelowAct } from './below.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { KeysHelp } from './keys-help.tsx';
import { NothingHere } from './nothing-here.tsx';
import { type Ask, Preview } from './preview.tsx';
import { SearchLine } from './search-line.tsx';
import { searchOf, type Sought, soughtIn } from './sought.ts';
import { TaskList } from './task-list.tsx';
import classes from './tasks.module.css';
import { Toast } from './toast.tsx';
import { useTaskActs } from './use-task-acts.ts';
import { useTaskKeys } from './use-task-keys.ts';
import { linkOf, sendersOf } from './words.ts';

// what is opened by hand comes when it is: the list itself stands sooner on a slow line
const AssignDialog = lazy(async () => ({ default: (await import('./assign-dialog.tsx')).AssignDialog }));
const BelowDialog = lazy(async () => ({ default: (await import('./below-dialog.tsx')).BelowDialog }));

type Asking =
  | { readonly ask: Ask; readonly tasks: readonly Task[] }
  | { readonly below: BelowAct; readonly tasks: readonly Task[] };

/** What waits for my unit: filters, the queue, the task; everything by keyboard and by thumb. */
export function TasksPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe().data;
  const [params, setParams] = useSearchParams();
  const sought = useMemo(() => soughtIn(params), [params]);
  const tasks = useTasks(sought);
  const counts = useCounts();
  const acts = useTaskActs();
  const field = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Task>>(new Map());
  const [filtering, setFiltering] = useState(false);
  const [peeking, setPeeking] = useState(false);
  const [helping, setHelping] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  usePageTitle(t('tasks.title'));

  // something came or went while nobody here did anything: the list follows
  const told = counts.data === undefined ? null : JSON.stringify(counts.data);
  const toldBefore = useRef(told);
  useEffect(() => {
    if (toldBefore.current !== null && toldBefore.current !== told)
      void queries.invalidateQueries({ queryKey: ['tasks', 'list'] });
    toldBefore.current = told;
  }, [told, queries]);

  const seek = useCallback(
    (next: Sought): void => {
      setParams(searchOf(next), { replace: true });
      setCurrent(null);
      setChosen(new Map());
      window.scrollTo({ top: 0 });
    },
    [setParams],
  );
  const rows = useMemo(() => tasks.data?.pages.flatMap(({ items }) => items) ?? [], [tasks.data]);
  const senders = useMemo(() => sendersOf(rows), [rows]);
  const here = current === null ? null : (rows[current] ?? null);
  // as they stand now: a revision read long ago would be refused
  const selected = useMemo(
    () => [...chosen.values()].map((task) => rows.find(({ subject }) => subject === task.subject) ?? task),
    [chosen, rows],
  );
  const select = useCallback((task: Task): void => {
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(task.subject)) next.set(task.subject, task);
      return next;
    });
  }, []);
  const { claim, release, acknowledge } = acts;
  const ask = (wanted: Asking): void => {
    acts.reset();
    acts.close();
    setAsking(wanted);
  };
  const peek = useCallback((index: number): void => {
    setCurrent(index);
    setPeeking(true);
  }, []);
  const cardActs = useMemo(
    () => ({ select, look: setCurrent, claim, acknowledge, peek }),
    [select, claim, acknowledge, peek],
  );
  const keys = useMemo(
    () => ({
      step: (by: 1 | -1) => {
        if (rows.length === 0) return;
        const index = Math.min(Math.max((current ?? (by === 1 ? -1 : 1)) + by, 0), rows.length - 1);
        setCurrent(index);
        setGoTo({ index });
      },
      open: () => (here === null ? undefined : void navigate(linkOf(here))),
      select: () => (here === null || here.doneAt !== null ? undefined : select(here)),
      claim: () =>
        here === null || here.doneAt !== null || here.assignee !== null ? undefined : claim(here),
      search: () => field.current?.focus(),
      help: () => setHelping(true),
    }),
    [rows.length, current, here, navigate, select, claim],
  );
  useTaskKeys(keys, asking === null && !helping && !filtering && !peeking);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = tasks;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  if (me === undefined) return <Waiting />;
  const myId = me.actingFor?.personId ?? me.id.replace(/^person:/, '');
  const may = (scope: Scope): boolean => me.scopes.includes(scope);
  const finish = (): void => {
    setAsking(null);
    setChosen(new Map());
  };
  const unitId = me.unit?.id ?? '';
  const panel = (
    <FilterPanel sought={sought} seek={seek} counts={counts.data} unitId={unitId} senders={senders} />
  );
  const preview = (
    <Preview
      task={here}
      myId={myId}
      mayAssign={may('tasks:assign')}
      busy={acts.busy}
      ask={(wanted, task) => {
        setPeeking(false);
        ask({ ask: wanted, tasks: [task] });
      }}
      claim={claim}
      release={release}
    />
  );
  return (
    <div className={classes['page']}>
      <aside className={classes['side']} aria-label={t('tasks.filters')}>
        {panel}
      </aside>
      <section>
        <div className={classes['head']}>
          <Group justify="space-between" align="baseline" mb={6} wrap="nowrap">
            <Title order={1} size="h3">
              {t('tasks.title')}
            </Title>
            {counts.data === undefined ? null : (
              <Text size="sm" c={counts.data.overdue > 0 ? 'var(--cascade-alarm)' : 'dimmed'}>
                {counts.data.overdue > 0
                  ? `${t('tasks.overdue')}: ${count(counts.data.overdue, i18n.language)}`
                  : t('tasks.count', { count: counts.data.total })}
              </Text>
            )}
          </Group>
          <SearchLine
            field={field}
            sought={sought}
            seek={seek}
            openFilters={() => {
              // what was said would lie over the fields
              acts.close();
              setFiltering(true);
            }}
            help={() => setHelping(true)}
          />
        </div>
        {tasks.isPending ? (
          <Waiting />
        ) : isUnreadable(tasks) ? (
          <Failure error={tasks.error} retry={() => void tasks.refetch()} />
        ) : rows.length === 0 ? (
          <NothingHere sought={sought} seek={seek} />
        ) : (
          <TaskList
            tasks={rows}
            hasMore={hasNextPage}
            more={more}
            current={current}
            goTo={goTo}
            selected={new Set(chosen.keys())}
            myId={myId}
            acts={cardActs}
          />
        )}
      </section>
      <aside className={classes['preview']}>{preview}</aside>
      <Drawer
        opened={peeking && here !== null}
        onClose={() => setPeeking(false)}
        title={t('tasks.preview')}
        position="bottom"
        classNames={{ content: classes['sheet'] ?? '' }}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {preview}
      </Drawer>
      <Drawer
        opened={filtering}
        onClose={() => setFiltering(false)}
        title={t('tasks.filters')}
        position="bottom"
        size="85%"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {panel}
        <Box mt="md">
          <Button fullWidth onClick={() => setFiltering(false)}>
            {t('common.close')}
          </Button>
        </Box>
      </Drawer>
      <KeysHelp opened={helping} close={() => setHelping(false)} />
      <BulkBar
        tasks={selected}
        mayAssign={may('tasks:assign')}
        mayDecide={may('reports:decide')}
        assign={() => ask({ ask: 'assign', tasks: selected })}
        below={(act) => ask({ below: act, tasks: selected })}
        clear={() => setChosen(new Map())}
      />
      <Suspense fallback={null}>
        {asking === null ? null : 'ask' in asking ? (
          <AssignDialog
            ask={asking.ask}
            tasks={asking.tasks}
            unitId={unitId}
            busy={acts.busy}
            error={acts.error}
            send={(given) => acts.give(asking, given, finish)}
            close={() => setAsking(null)}
          />
        ) : (
          <BelowDialog
            act={asking.below}
            tasks={asking.tasks}
            busy={acts.busy}
            error={acts.error}
            send={(order, found) => acts.actBelow(order, found, finish)}
            close={() => setAsking(null)}
          />
        )}
      </Suspense>
      <Toast said={acts.said} close={acts.close} />
    </div>
  );
}
