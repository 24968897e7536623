import { Checkbox, List, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverBody, HandedOver } from '#api/routes/people/shapes';
import { post as send } from '../api/client.ts';
import { date } from '../ui/dates.ts';
import { type Person, type Post, search, useAct, usePost } from './api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Choice, SearchSelect } from '../ui/search-select.tsx';
import { postAndUnit, postName } from './words.ts';

interface HandOverProps {
  readonly post: Post;
  readonly close: () => void;
}

/** To another person at once, with the open work; who held the post before stands below. */
export function HandOver({ post, close }: HandOverProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<Choice | null>(null);
  const [vacant, leaveVacant] = useState(false);
  const [reason, setReason] = useState('');
  const holders = usePost(post.id).data?.holders ?? [];
  const act = useAct(
    (body: HandOverBody) => send<HandedOver, HandOverBody>(`/api/posts/${post.id}/handover`, body),
    close,
  );
  const find = async (q: string, signal: AbortSignal) =>
    (await search<Person>('/api/people', { limit: '30', disabled: 'false' })(q, signal)).items
      .filter(({ id }) => id !== post.holder?.id)
      .map(({ id, name, posts: [first] }) => ({
        value: id,
        label: first === undefined ? name : `${name} (${postName(first, t)}, ${first.unitName})`,
      }));
  return (
    <Dialog
      title={t('people.handOver.of', { post: postAndUnit(post, t) })}
      close={close}
      submit={t(post.holder === null ? 'people.handOver.appoint' : 'people.handOver.title')}
      ready={vacant || to !== null}
      act={act}
      onSubmit={() =>
        act.mutate({
          toPersonId: vacant || to === null ? null : to.value,
          reason,
          expectedRevision: post.revision,
        })
      }
    >
      <Text size="sm">
        {post.holder === null
          ? t('people.handOver.vacantNow')
          : t('people.handOver.what', { name: post.holder.name })}
      </Text>
      <SearchSelect
        autoFocus
        label={t('people.handOver.to')}
        description={t('people.handOver.toHint')}
        of={`people/${post.id}`}
        value={to}
        onChange={setTo}
        find={find}
        disabled={vacant}
      />
      {post.holder === null ? null : (
        <Checkbox
          label={t('people.handOver.leaveVacant')}
          description={t('people.handOver.leaveVacantHint')}
          checked={vacant}
          onChange={(event) => leaveVacant(event.currentTarget.checked)}
        />
      )}
      <TextInput
        label={t('people.handOver.reason')}
        placeholder={t('people.handOver.reasonExample')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {holders.length === 0 ? null : (
        <div>
          <Text size="sm" fw={600}>
            {t('people.handOver.history')}
          </Text>
          <List size="sm">
            {holders.map((each) => (
              <List.Item key={each.fromAt}>
                {each.name}, {date(each.fromAt)} –{' '}
                {each.toAt === null ? t('people.handOver.now') : date(each.toAt)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Dialog>
  );
}
