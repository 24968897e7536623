import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Surroundings, type Task, useDraft } from './api.ts';
import { Receipt } from './receipt.tsx';
import { WriteReport } from './write-report.tsx';

interface ReportPartProps {
  readonly task: Task;
  readonly around: Surroundings;
}

/** The report of this task: its receipt once it is handed in, the form while it is to be written. */
export function ReportPart({ task, around }: ReportPartProps) {
  const { t } = useTranslation();
  const [fresh, setFresh] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const latest = task.versions.at(-1);
  if (task.consolidates) {
    return (
      <Stack gap="xs">
        <Text size="sm">{t('report.consolidates')}</Text>
        <Group>
          <Button
            component={Link}
            to={`/campaigns/${task.campaignId}/collect/${encodeURIComponent(task.periodKey)}/${encodeURIComponent(task.unitId)}`}
          >
            {t('report.place.collect')}
          </Button>
        </Group>
        {latest === undefined ? null : <Receipt task={task} version={latest} fresh={false} />}
      </Stack>
    );
  }
  const handedIn = task.status === 'submitted' || task.status === 'accepted';
  const writing =
    around.mine &&
    task.status !== 'cancelled' &&
    task.status !== 'dormant' &&
    task.campaign.status !== 'cancelled' &&
    (!handedIn || correcting);
  return (
    <Stack gap="md">
      {latest === undefined || task.status === 'returned' ? null : (
        <Receipt key={latest.no} task={task} version={latest} fresh={fresh} />
      )}
      {writing ? (
        <OpenForm
          // a version that was handed in is another form to begin with
          key={task.version}
          task={task}
          around={around}
          onSubmitted={() => {
            setFresh(true);
            setCorrecting(false);
          }}
        />
      ) : null}
      {around.mine && handedIn && !correcting ? (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setCorrecting(true)}>
          {t('report.correct', { no: task.version + 1 })}
        </Anchor>
      ) : null}
    </Stack>
  );
}

function OpenForm({ task, around, onSubmitted }: ReportPartProps & { readonly onSubmitted: () => void }) {
  const draft = useDraft(task.id);
  if (draft.data === undefined)
    return draft.isError ? <Failure error={draft.error} retry={() => void draft.refetch()} /> : <Waiting />;
  if (task.form === null) return null;
  return (
    <WriteReport task={task} form={task.form} around={around} draft={draft.data} onSubmitted={onSubmitted} />
  );
}
