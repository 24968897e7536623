import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonBody } from '#api/routes/people/shapes';
import { post } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { type Person, type Post, search, useAct } from './api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { personBody, PersonFields, type PersonTyped } from './person-fields.tsx';
import { EMPTY_POST, PostFields, type PostTyped } from './post-fields.tsx';
import { type Choice, SearchSelect } from '../ui/search-select.tsx';
import { postAndUnit } from './words.ts';

interface PostChoice extends Choice {
  readonly post: Post;
}

/** Null while it is not complete. */
const takenOver = (taken: PostChoice | null): PersonBody['post'] | null =>
  taken && { postId: taken.value, expectedRevision: taken.post.revision };
const newPost = ({ unit, title, roles }: PostTyped): PersonBody['post'] | null =>
  unit === null || roles.length === 0 ? null : { unitId: unit.value, title, roles };

/** A person comes with a post: a new one, or one that is taken over from whoever holds it. */
export function PersonAdded({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const [person, setPerson] = useState<PersonTyped>({ name: '', email: '' });
  const [subject, setSubject] = useState('');
  const [takesOver, setTakesOver] = useState(false);
  const [typed, type] = useState<PostTyped>(EMPTY_POST);
  const [taken, take] = useState<PostChoice | null>(null);
  const add = useAct((body: PersonBody) => post<Person, PersonBody>('/api/people', body), close);
  const embedded = me?.embedded ?? false;
  const withPost = takesOver ? takenOver(taken) : newPost(typed);
  const findPosts = async (q: string, signal: AbortSignal) =>
    (await search<Post>('/api/posts', { limit: '30' })(q, signal)).items.map((each) => ({
      value: each.id,
      label: `${postAndUnit(each, t)}${each.holder === null ? '' : ` (${each.holder.name})`}`,
      post: each,
    }));
  return (
    <Dialog
      title={t('people.add')}
      close={close}
      submit={t('people.add')}
      ready={person.name.trim() !== '' && withPost !== null && (embedded || subject.trim() !== '')}
      act={add}
      onSubmit={() => {
        const account = subject.trim() === '' ? null : subject.trim();
        if (withPost !== null) add.mutate({ ...personBody(person), subject: account, post: withPost });
      }}
    >
      <PersonFields typed={person} onChange={setPerson} />
      {embedded ? (
        <Text size="sm" c="dimmed">
          {t('people.embedded')}
        </Text>
      ) : (
        <TextInput
          required
          label={t('people.subject')}
          description={t('people.subjectHint')}
          maxLength={200}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      )}
      <SegmentedControl
        aria-label={t('people.post.which')}
        fullWidth
        value={takesOver ? 'old' : 'new'}
        onChange={(value) => setTakesOver(value === 'old')}
        data={[
          { value: 'new', label: t('people.post.new') },
          { value: 'old', label: t('people.post.existing') },
        ]}
      />
      {takesOver ? (
        <SearchSelect
          label={t('people.post.one')}
          description={t('people.post.takeOverHint')}
          of="posts"
          value={taken}
          find={findPosts}
          onChange={take}
        />
      ) : (
        <PostFields typed={typed} onChange={type} />
      )}
    </Dialog>
  );
}
