import { Alert, Checkbox, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateOf } from '#engine';
import type { Scope } from '#model';
import type { DelegationBody } from '#api/routes/people/shapes';
import { post as send } from '../api/client.ts';
import type { Me } from '../api/session.ts';
import { type Delegation, type Post, search, type Substitute, useAct } from './api.ts';
import { date } from '../ui/dates.ts';
import { DayField } from './day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ownPostsToGive, type PostToGive, postToGive } from './posts-to-give.ts';
import { SearchSelect } from '../ui/search-select.tsx';
import { absentMeanwhile, type Receiver } from './absent-meanwhile.ts';
import { postName, scopeWord } from './words.ts';

interface DelegationDialogProps {
  readonly kind: Delegation['kind'];
  readonly me: Me;
  /** An administrator gives in the name of whoever holds the post. */
  readonly anyPost: boolean;
  readonly close: () => void;
}

/** Which post, to whom, from when to when, what of it, and why. */
export function DelegationDialog({ kind, me, anyPost, close }: DelegationDialogProps) {
  const { t } = useTranslation();
  const own = ownPostsToGive(me, t);
  const [post, setPost] = useState<PostToGive | null>(anyPost ? null : (own[0] ?? null));
  const [to, setTo] = useState<Receiver | null>(null);
  const today = civilDateOf(new Date().toISOString());
  const [fromDate, setFromDate] = useState<string | null>(today);
  const [toDate, setToDate] = useState<string | null>(null);
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [reason, setReason] = useState('');
  const give = useAct(
    (body: DelegationBody) => send<Delegation, DelegationBody>('/api/delegations', body),
    close,
  );
  const choosePost = (chosen: PostToGive | null) => {
    setPost(chosen);
    setTo(null);
    setScopes([]);
  };
  const findPosts = async (q: string, signal: AbortSignal) =>
    (await search<Post>('/api/posts', { limit: '30', vacant: 'false' })(q, signal)).items.map((each) =>
      postToGive(each, t),
    );
  const findReceiver = async (q: string, signal: AbortSignal) =>
    (await search<Substitute>(`/api/posts/${post?.value ?? ''}/substitutes`)(q, signal)).items.map(
      (each) => ({
        value: each.id,
        name: each.name,
        absences: each.absences,
        label: `${each.name} (${each.title === '' ? '' : `${each.title}, `}${each.unitName})`,
      }),
    );
  const away = to === null ? [] : absentMeanwhile(to, { fromDate, toDate });
  const part = kind === 'delegation';
  const complete =
    post !== null && to !== null && fromDate !== null && toDate !== null && reason.trim() !== ''
      ? { postId: post.value, toPersonId: to.value, fromDate, toDate }
      : null;
  return (
    <Dialog
      title={t(part ? 'people.delegation.givePart' : 'people.delegation.giveAbsence')}
      close={close}
      submit={t(part ? 'people.delegation.submitPart' : 'people.delegation.submitAbsence')}
      ready={complete !== null && (!part || scopes.length > 0)}
      act={give}
      onSubmit={() => {
        if (complete !== null) give.mutate({ ...complete, kind, scopes: part ? scopes : null, reason });
      }}
    >
      {anyPost ? (
        <SearchSelect
          autoFocus
          label={t('people.delegation.whose')}
          of="held-posts"
          value={post}
          onChange={choosePost}
          find={findPosts}
        />
      ) : own.length === 1 ? (
        <Text size="sm">
          {t('people.post.one')}: <b>{own[0]?.label}</b>
        </Text>
      ) : (
        <Select
          label={t('people.post.one')}
          description={t('people.delegation.otherUnits')}
          allowDeselect={false}
          data={own.map(({ value, label }) => ({ value, label }))}
          value={post?.value ?? null}
          onChange={(id) => choosePost(own.find(({ value }) => value === id) ?? null)}
        />
      )}
      <SearchSelect
        autoFocus={!anyPost}
        label={t('people.delegation.to')}
        description={t(
          me.scopes.includes('people:write') ? 'people.handOver.toHint' : 'people.delegation.toHint',
        )}
        of={`substitutes/${post?.value ?? ''}`}
        value={to}
        onChange={setTo}
        find={findReceiver}
        disabled={post === null}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label={t('people.delegation.firstDay')} value={fromDate} onChange={setFromDate} />
        <DayField label={t('people.delegation.lastDay')} value={toDate} onChange={setToDate} />
      </SimpleGrid>
      {away.length === 0 ? null : (
        <Alert color="orange" role="status">
          {away.map(({ fromAt, from, until, substituteName }) => (
            <Text key={fromAt} size="sm">
              {t('people.delegation.awayToo', {
                name: to?.name ?? '',
                from: date(from),
                until: date(until),
                substitute: substituteName,
              })}
            </Text>
          ))}
        </Alert>
      )}
      {part && post !== null ? (
        <Checkbox.Group
          required
          label={t('people.delegation.what')}
          description={t('people.delegation.whatHint')}
          value={scopes}
          onChange={setScopes}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {post.scopes
              .filter((scope) => scope !== 'read')
              .map((scope) => (
                <Checkbox key={scope} value={scope} label={scopeWord(scope, t)} />
              ))}
          </SimpleGrid>
        </Checkbox.Group>
      ) : null}
      <Textarea
        required
        autosize
        minRows={2}
        label={t('people.delegation.reason')}
        placeholder={t('people.delegation.reasonExample')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {part ? null : (
        <Text size="sm" c="dimmed">
          {t('people.delegation.absenceHint', { post: post === null ? '' : postName(post.post, t) })}
        </Text>
      )}
    </Dialog>
  );
}
