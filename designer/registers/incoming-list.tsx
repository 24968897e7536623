import { Anchor, Badge, Button, Switch, Text } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '#engine';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { Rows } from '../ui/rows.tsx';
import { date } from '../ui/dates.ts';
import { type Incoming, type Sought, useIncoming } from './api.ts';
import { actorText } from '../report/who-text.ts';
import { codeOf, dayOf } from './code-words.ts';
import { OpinionDialog } from './opinion-dialog.tsx';
import classes from './registers.module.css';

interface IncomingListProps {
  readonly sought: Sought;
  readonly mayDecide: boolean;
  readonly onUndecided: (only: boolean) => void;
}

export function IncomingList({ sought, mayDecide, onUndecided }: IncomingListProps) {
  const { t } = useTranslation();
  const listed = useIncoming(sought);
  const [deciding, decide] = useState<Incoming | null>(null);
  const narrowed = sought.q !== '' || sought.year !== '' || sought.mode !== '' || sought.undecided === true;
  return (
    <>
      <Switch
        className="screen-only"
        mb="sm"
        label={t('registers.undecided')}
        checked={sought.undecided === true}
        onChange={(event) => onUndecided(event.currentTarget.checked)}
      />
      <Rows
        label={t('registers.incoming')}
        listed={listed}
        empty={t(narrowed ? 'registers.nothingFound' : 'registers.noIncoming')}
        row={(row) => <Entry row={row} onDecide={mayDecide ? () => decide(row) : null} />}
      />
      {deciding === null ? null : <OpinionDialog row={deciding} close={() => decide(null)} />}
    </>
  );
}

interface EntryProps {
  readonly row: Incoming;
  readonly onDecide: (() => void) | null;
}

function Entry({ row, onDecide }: EntryProps) {
  const { t } = useTranslation();
  const { document } = row;
  const issued = dayOf(document);
  const with_ = row.coordinators.map(({ name }) => name).join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('registers.fact.arrived'), date(row.arrivedAt)],
    [t('registers.fact.from'), row.fromName],
    [t('registers.fact.issued'), issued],
    [t('registers.fact.lead'), row.leadName],
    [t('registers.fact.with'), with_ === '' ? null : with_],
    [t('registers.fact.due'), row.dueOn === null ? null : formatDate(row.dueOn)],
    [t('registers.fact.opinion'), row.opinion === '' ? null : row.opinion],
    [t('registers.fact.decidedBy'), row.decidedByName && actorText(t, row.decidedByName, row.decidedForName)],
  ];
  return (
    <div className={classes['row']}>
      <div className={classes['number']}>
        <span aria-label={t('registers.arrivalNumber', { number: row.arrivalNumber })}>
          {row.arrivalNumber}
        </span>
      </div>
      <div className={classes['main']}>
        <Text fw={600}>
          {row.letterId === null ? (
            codeOf(document)
          ) : (
            <Anchor component={Link} to={`/letters/${row.letterId}`} fw={600}>
              {codeOf(document)}
            </Anchor>
          )}
          : {document.subject} {row.mode === 'rehearsal' ? <RehearsalBadge /> : null}
        </Text>
        <Facts facts={facts} />
        <Text size="sm">
          <Anchor component={Link} to={`/campaigns/${row.campaignId}`}>
            {t('registers.ofCampaign', { title: row.campaignTitle })}
          </Anchor>
          {row.answerId === null ? null : (
            <>
              {' · '}
              <Anchor component={Link} to={`/letters/${row.answerId}`}>
                {t('registers.answered', { code: row.answerCode ?? '' })}
              </Anchor>
            </>
          )}
        </Text>
      </div>
      {onDecide === null ? null : (
        <Button
          variant={row.decidedAt === null ? 'light' : 'default'}
          size="sm"
          leftSection={<IconMessage2 size={16} aria-hidden />}
          onClick={onDecide}
          aria-label={t('registers.opinion.ofRow', { number: row.arrivalNumber })}
        >
          {t(row.decidedAt === null ? 'registers.opinion.write' : 'registers.opinion.change')}
        </Button>
      )}
    </div>
  );
}

/** What is known, label and value; nothing of what is not. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string | null])[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
