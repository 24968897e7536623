import { Anchor, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { basisText } from '#engine/letter-basis';
import type { Timeline } from '#api/routes/board/shapes';
import { get } from '../api/client.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { count } from '../ui/numbers.ts';
import { date } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import events from '../monitor/event-log.module.css';

type Entry = Timeline['entries'][number];

/** From the first letter to the last consolidation, with what the first letter is based on. */
export function TimelinePanel({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const timeline = useQuery({
    queryKey: ['campaign', campaignId, 'timeline'],
    queryFn: ({ signal }) => get<Timeline>(`/api/campaigns/${campaignId}/timeline`, signal),
  });
  if (timeline.isPending) return <Waiting />;
  if (isUnreadable(timeline)) return <Failure error={timeline.error} retry={() => void timeline.refetch()} />;
  const { basis, entries } = timeline.data;
  return (
    <section aria-labelledby="campaign-timeline">
      <Title order={2} size="h5" id="campaign-timeline">
        {t('board.timeline')}
      </Title>
      {basis.length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed" mt={6}>
            {t('board.basis')}
          </Text>
          <List size="sm" type="ordered" lang="vi">
            {basis.map((one, index) => (
              // the order of the letter; two of them may read the same
              <List.Item key={index}>{basisText(one)}</List.Item>
            ))}
          </List>
        </>
      )}
      <ol className={events['events']}>
        {entries.map((entry, index) => (
          <li key={`${entry.at}-${index}`} data-tone={entry.kind === 'signed' ? 'good' : undefined}>
            <time dateTime={entry.at}>{date(entry.at)}</time>
            <Line entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { kind, unitName, units, documentCode, letterId, revision, periodLabel, until, at, text } = entry;
  const who = unitName ?? (units > 1 ? t('board.unitsDid', { count: count(units, i18n.language) }) : null);
  const said = [
    who,
    revision === null ? null : t('board.revision', { revision }),
    periodLabel,
    until === null || date(until) === date(at) ? null : t('board.until', { date: date(until) }),
  ].filter((part) => part !== null);
  return (
    <span>
      {t(`board.entries.${kind}`)}
      {said.length > 0 ? <span lang="vi">{` · ${said.join(' · ')}`}</span> : null}
      {documentCode === null ? null : letterId === null ? (
        <span lang="vi">{` · ${documentCode}`}</span>
      ) : (
        <>
          {' · '}
          <Anchor component={Link} to={`/letters/${letterId}`} size="sm" lang="vi">
            {documentCode}
          </Anchor>
        </>
      )}
      {text === null ? null : (
        <Text span size="sm" c="dimmed" lang="vi" display="block">
          {text}
        </Text>
      )}
    </span>
  );
}
