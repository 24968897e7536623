import { Anchor, Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { Rows } from '../ui/rows.tsx';
import { count } from '../ui/numbers.ts';
import { date, dateTime } from '../ui/dates.ts';
import { type Outgoing, type Sought, useOutgoing } from './api.ts';
import { actorText } from '../report/who-text.ts';
import { codeOf } from './code-words.ts';
import { Facts } from './incoming-list.tsx';
import classes from './registers.module.css';

/** What is under way first: it waits for somebody. */
export function OutgoingLists({ sought }: { readonly sought: Sought }) {
  const { t } = useTranslation();
  const open = useOutgoing({ ...sought, open: true });
  const issued = useOutgoing(sought);
  const some = (open.data?.pages[0]?.items.length ?? 0) > 0;
  return (
    <>
      {some ? (
        <>
          <Title order={2} size="h4" mb="xs">
            {t('registers.underWay')}
          </Title>
          <Rows label={t('registers.underWay')} listed={open} empty="" row={(row) => <Entry row={row} />} />
          <Title order={2} size="h4" mt="lg" mb="xs">
            {t('registers.issued')}
          </Title>
        </>
      ) : null}
      <Rows
        label={t('registers.outgoing')}
        listed={issued}
        empty={t(sought.q === '' && sought.year === '' ? 'registers.noOutgoing' : 'registers.nothingFound')}
        row={(row) => <Entry row={row} />}
      />
    </>
  );
}

function Entry({ row }: { readonly row: Outgoing }) {
  const { t, i18n } = useTranslation();
  const { document } = row;
  return (
    <div className={classes['row']}>
      <div className={classes['main']}>
        <Text fw={600}>
          <Anchor component={Link} to={`/letters/${row.id}`} fw={600}>
            {row.state === 'issued' ? codeOf(document) : t(`registers.state.${row.state}`)}
          </Anchor>
          : {document.subject} {row.mode === 'rehearsal' ? <RehearsalBadge /> : null}
        </Text>
        <Facts
          facts={[
            [t('registers.fact.kind'), t(`registers.kind.${row.kind}`)],
            [t('registers.fact.issuedAt'), row.issuedAt === null ? null : date(row.issuedAt)],
            [t('registers.fact.signer'), document.signature?.name ?? null],
            [
              t('registers.fact.draftedBy'),
              row.draftedByName && actorText(t, row.draftedByName, row.draftedForName),
            ],
            [t('registers.fact.draftedAt'), row.issuedAt === null ? dateTime(row.draftedAt) : null],
            [
              t('registers.fact.issuedBy'),
              row.issuedByName && actorText(t, row.issuedByName, row.issuedForName),
            ],
            [t('registers.fact.sentTo'), row.state === 'issued' ? count(row.sentTo, i18n.language) : null],
          ]}
        />
      </div>
    </div>
  );
}
