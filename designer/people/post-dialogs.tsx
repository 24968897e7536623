import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostBody, PostChange } from '#api/routes/people/shapes';
import { post as send, put } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { type Post, useAct } from './api.ts';
import { Confirm } from './confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EMPTY_POST, PostFields, type PostTyped } from './post-fields.tsx';
import { postAndUnit } from './words.ts';

export function PostAdded({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const [typed, type] = useState<PostTyped>(EMPTY_POST);
  const add = useAct((body: PostBody) => send<Post, PostBody>('/api/posts', body), close);
  return (
    <Dialog
      title={t('people.post.add')}
      close={close}
      submit={t('people.post.add')}
      ready={typed.unit !== null && typed.roles.length > 0}
      act={add}
      onSubmit={() => {
        const { unit, title, roles } = typed;
        if (unit !== null) add.mutate({ unitId: unit.value, title, roles });
      }}
    >
      <PostFields typed={typed} onChange={type} />
    </Dialog>
  );
}

interface PostChangedProps {
  readonly post: Post;
  readonly close: () => void;
}

/** Title and roles; abolishing gives the open work of its holder back to the unit. */
export function PostChanged({ post, close }: PostChangedProps) {
  const { t } = useTranslation();
  const me = useMe().data;
  const [typed, type] = useState<PostTyped>({ unit: null, title: post.title, roles: post.roles });
  const change = useAct((body: PostChange) => put<Post, PostChange>(`/api/posts/${post.id}`, body), close);
  const save = (closed: boolean) =>
    change.mutate({ title: typed.title, roles: typed.roles, closed, expectedRevision: post.revision });
  const isCurrent = me?.capacities.some((each) => each.current && each.postId === post.id) ?? false;
  return (
    <Dialog
      title={postAndUnit(post, t)}
      close={close}
      submit={t('people.save')}
      ready={typed.roles.length > 0}
      act={change}
      onSubmit={() => save(false)}
    >
      <PostFields typed={typed} onChange={type} fixedUnit />
      {isCurrent ? null : (
        <Group>
          <Confirm
            label={t('people.post.abolish')}
            warning={t('people.post.abolishWarning')}
            loading={change.isPending}
            onConfirm={() => save(true)}
          />
        </Group>
      )}
    </Dialog>
  );
}
