import { Checkbox, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateOf } from '#engine';
import { post as send } from '../api/client.ts';
import type { Me } from '../api/session.ts';
import { type Delegation, type Post, search, type Substitute, useAct } from './api.ts';
import { DayField } from './day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ownPostsToGive, type PostToGive, postToGive } from './posts-to-give.ts';
import { type Choice, SearchSelect } from '../ui/search-select.tsx';
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
  const [to, setTo] = useState<Choice | null>(null);
  const today = civilDateOf(new Date().toISOString());
  const [fromDate, setFromDate] = useState<string | null>(today);
  const [toDate, setToDate] = useState<string | null>(null);
  const [scopes, setScopes] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const give = useAct((body: object) => send<Delegation>('/api/delegations', body), close);
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
        label: `${each.name} (${each.title === '' ? '' : `${each.title}, `}${each.unitName})`,
      }),
    );
  const part = kind === 'delegation';
  const complete =
    post !== null && to !== null && fromDate !== null && toDate !== null && reason.trim() !== '';
  return (
    <Dialog
      title={t(part ? 'people.delegation.givePart' : 'people.delegation.giveAbsence')}
      close={close}
      submit={t(part ? 'people.delegation.submitPart' : 'people.delegation.submitAbsence')}
      ready={complete && (!part || scopes.length > 0)}
      act={give}
      onSubmit={() =>
        give.mutate({
          kind,
          postId: post?.value,
          toPersonId: to?.value,
          fromDate,
          toDate,
          scopes: part ? scopes : null,
          reason,
        })
      }
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
