import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AUDIT_WORDS } from '#model';
import { capital } from '#model/capital';
import { isUnreadable } from '../api/unreadable.ts';
import { dateTime, lastOnTime, time } from '../ui/dates.ts';
import { DueAnswer } from '../ui/due-answer.tsx';
import { Failure } from '../ui/failure.tsx';
import { dueInForce } from '../ui/due-in-force.ts';
import { type AuditEntry, useDueWhy } from './api.ts';
import classes from './audit.module.css';
import { changesOf } from './changes.ts';

/** One act as a sentence; what it changed, and why the deadline is what it is, when asked. */
export function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const words = AUDIT_WORDS[entry.act]?.[language] ?? entry.act;
  const actor = entry.actor === 'engine' ? t('audit.engine') : (entry.actorName ?? t('audit.unknown'));
  const reason = reasonOf(entry.after);
  return (
    <li>
      <time dateTime={entry.at}>{time(entry.at)}</time>
      <div>
        <Text size="sm">
          <Text span fw={600} lang="vi">
            {actor}
          </Text>
          {entry.onBehalfOf === null ? null : (
            <Text
              span
              lang="vi"
            >{` ${t('audit.onBehalf', { name: entry.onBehalfOfName ?? t('audit.unknown') })}`}</Text>
          )}{' '}
          {words}
          {entry.unitName === null ? null : <span lang="vi">{` · ${entry.unitName}`}</span>}
        </Text>
        {reason === null ? null : (
          <Text size="sm" lang="vi">
            {t('audit.reason', { reason })}
          </Text>
        )}
        <Group gap="xs">
          <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'audit.less' : 'audit.more')}
          </Button>
          {entry.campaignId === null || entry.campaignTitle === null ? null : (
            <Anchor component={Link} to={`/campaigns/${entry.campaignId}`} size="xs" lang="vi">
              {capital(entry.campaignTitle)}
            </Anchor>
          )}
        </Group>
        {open ? <Details entry={entry} /> : null}
      </div>
    </li>
  );
}

function Details({ entry }: { readonly entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const changes = changesOf(entry.before, entry.after);
  // the trail keeps whatever an act wrote: what has no words of its own is shown as it is
  const worded = (key: string, as: string): string => (i18n.exists(key) ? t(key) : as);
  const field = (name: string): string => worded(`audit.fields.${name}`, name);
  const status = (value: string): string => worded(`status.${value}`, value);
  return (
    <Stack gap={6} mt={4}>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('audit.noChange')}
        </Text>
      ) : (
        <table className={classes['changes']}>
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{field(name)}</th>
                <td>{name === 'status' ? status(before) : before}</td>
                <td>{name === 'status' ? status(after) : after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entry.obligationId === null ? null : <Why obligationId={entry.obligationId} />}
      <Text size="xs" c="dimmed">
        {t('audit.number', { id: String(entry.id), at: dateTime(entry.at) })}
        {entry.actorUnitName === null ? null : ` · ${entry.actorUnitName}`}
      </Text>
      <span className={classes['hash']}>{entry.hash}</span>
    </Stack>
  );
}

/** The deadline as it stands now, with its derivation. */
function Why({ obligationId }: { readonly obligationId: string }) {
  const { t } = useTranslation();
  const due = useDueWhy(obligationId);
  if (isUnreadable(due)) return <Failure error={due.error} />;
  if (due.data === undefined) return null;
  const { dueAt, why } = dueInForce(due.data);
  const label = dueAt === null ? t('due.none') : t('audit.deadline', { date: lastOnTime(dueAt) });
  return (
    <div>
      <DueAnswer dueAt={dueAt} why={why} label={`${label} ${t('due.title')}`} />
    </div>
  );
}

function reasonOf(after: unknown): string | null {
  if (typeof after !== 'object' || after === null || !('reason' in after)) return null;
  return typeof after.reason === 'string' && after.reason !== '' ? after.reason : null;
}
