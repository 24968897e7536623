import { Alert, Anchor, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CivilDate } from '#model';
import { Failure } from '../ui/failure.tsx';
import {
  decideExtension,
  type Extension,
  type ExtensionAnswer,
  useCalendar,
  useSlack,
  useTaskAct,
} from './api.ts';
import { dateForLastDay, shownDay } from './extension/dates.ts';
import { ExtensionLine } from './extension/extension-line.tsx';
import { SlackLine } from './extension/slack-line.tsx';
import { WorkingDayField } from '../form/working-day-field.tsx';

interface ExtensionDecisionProps {
  /** One that is still asked. */
  readonly extension: Extension;
  /** Of the obligation, as it was when the page read it. */
  readonly revision: number;
  /** The deciding unit's own reports upwards, for which it can ask for more time itself. */
  readonly upward: readonly { readonly obligationId: string; readonly dueAt: string | null }[];
  readonly onDecided: () => void;
}

/** The collecting unit grants, refuses or offers another day; beyond its own deadline only where that is said. */
export function ExtensionDecision({ extension, revision, upward, onDecided }: ExtensionDecisionProps) {
  const { t } = useTranslation();
  const slack = useSlack(extension.obligationId).data;
  const calendar = useCalendar(slack?.calendarId ?? null);
  const [counter, setCounter] = useState<CivilDate | null>(null);
  const [other, setOther] = useState(false);
  const [reason, setReason] = useState('');
  const [consent, setConsent] = useState(false);
  const decide = useTaskAct(extension.obligationId, (answer: Omit<ExtensionAnswer, 'expectedRevision'>) =>
    decideExtension(extension.id, { ...answer, expectedRevision: revision }),
  );
  if (slack === undefined) return <ExtensionLine extension={extension} />;
  const parent = slack.parentDueAt;
  const beyond = other
    ? counter !== null && slack.parentLastDay !== null && counter > slack.parentLastDay
    : parent !== null && Date.parse(extension.askedDueAt) > Date.parse(parent);
  const own = upward.find(({ dueAt }) => dueAt !== null && dueAt === parent);
  const answer = (decision: ExtensionAnswer['decision']): void => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() };
    const date =
      decision === 'counter' && counter !== null ? { date: dateForLastDay(counter, slack.dueBound) } : {};
    decide.mutate(
      { decision, beyondParent: beyond && consent, ...date, ...said },
      { onSuccess: () => onDecided() },
    );
  };
  const blocked = beyond && !consent;
  return (
    <Stack gap="sm" data-testid="extension-decision">
      <ExtensionLine extension={extension} />
      <SlackLine slack={slack} />
      <Checkbox
        label={t('report.extension.other')}
        checked={other}
        onChange={(event) => setOther(event.currentTarget.checked)}
      />
      {other ? (
        <WorkingDayField
          label={t('report.extension.offer')}
          value={counter}
          onChange={setCounter}
          calendar={calendar}
          from={slack.lastDay}
        />
      ) : null}
      {beyond ? (
        <Alert color="orange" p="xs">
          {t('report.extension.beyondOwn', { date: shownDay(slack.parentLastDay) })}
          <Checkbox
            mt="xs"
            label={t('report.extension.consent')}
            checked={consent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
          />
          {own === undefined ? null : (
            <Anchor
              component={Link}
              to={`/tasks/${own.obligationId}`}
              size="sm"
              mt="xs"
              display="inline-block"
            >
              {t('report.extension.askOwn')}
            </Anchor>
          )}
        </Alert>
      ) : null}
      <Textarea
        label={t('report.extension.answer')}
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.isError ? <Failure error={decide.error} /> : null}
      <Group gap="xs">
        {other ? (
          <Button
            disabled={counter === null || blocked}
            loading={decide.isPending}
            onClick={() => answer('counter')}
          >
            {t('report.extension.counter')}
          </Button>
        ) : (
          <Button disabled={blocked} loading={decide.isPending} onClick={() => answer('grant')}>
            {t('report.extension.grant')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={decide.isPending}
          onClick={() => answer('refuse')}
        >
          {t('report.extension.refuse')}
        </Button>
      </Group>
    </Stack>
  );
}
