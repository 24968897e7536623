import { Button, Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Refusal } from '../api/client.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Acknowledge } from './acknowledge.tsx';
import { ActorTaskPage } from './actor-task-page.tsx';
import { type Surroundings, type Task, useSurroundings, useTask } from './api.ts';
import { AskExtension } from './extension/ask-extension.tsx';
import { History } from './history.tsx';
import { Place } from './place.tsx';
import { ReceivedLetter } from './received-letter.tsx';
import { ReportPart } from './report-part.tsx';
import { Returned } from './returned.tsx';
import { TaskHead, WayBack } from './task-head.tsx';
import classes from './task-page.module.css';
import { Versions } from './versions.tsx';

/** One task: read the letter, write the report, hand it in, ask for more time, see what became of it. */
export function TaskPage() {
  const { obligationId = '' } = useParams();
  const task = useTask(obligationId);
  const around = useSurroundings(obligationId);
  usePageTitle(task.data?.campaign.title ?? null);
  const error = task.error ?? around.error;
  // a task of a unit that is no addressee of the letter has the same kind of address
  if (error instanceof Refusal && error.code === 'obligation.notFound')
    return <ActorTaskPage id={obligationId} refusal={error} />;
  if (task.data !== undefined && around.data !== undefined)
    return <Opened key={obligationId} task={task.data} around={around.data} />;
  if (error === null) return <Waiting />;
  return (
    <Stack maw={820} mx="auto">
      <WayBack />
      <Failure error={error} retry={() => void Promise.all([task.refetch(), around.refetch()])} />
    </Stack>
  );
}

function Opened({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const extendable =
    around.mine &&
    task.dueAt !== null &&
    !task.closed &&
    ['open', 'acknowledged', 'returned'].includes(task.status) &&
    task.extensions.every(({ state }) => state !== 'asked');
  return (
    <div className={classes['page']}>
      <TaskHead task={task} around={around} />
      <div className={classes['columns']}>
        <Stack gap="lg" className={classes['work'] ?? ''}>
          <Returned task={task} />
          <Part title={t('report.part.tasks')}>
            <ReceivedLetter task={task} around={around} />
          </Part>
          <Acknowledge task={task} around={around} />
          {extendable ? (
            <Group>
              <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
                {t('report.extension.ask')}
              </Button>
            </Group>
          ) : null}
          {task.kind === 'report' ? <ReportPart task={task} around={around} /> : null}
        </Stack>
        <Stack gap="lg" component="aside" className={classes['beside'] ?? ''}>
          <Part title={t('report.part.place')}>
            <Place task={task} around={around} />
          </Part>
          {task.form === null || task.versions.length === 0 ? null : (
            <Part title={t('report.part.versions')}>
              <Versions task={task} form={task.form} />
            </Part>
          )}
          <Part title={t('report.part.history')}>
            <History task={task} around={around} />
          </Part>
        </Stack>
      </div>
      {asking ? <AskExtension task={task} onDone={() => setAsking(false)} /> : null}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
