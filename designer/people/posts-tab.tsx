import { Badge, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { date } from '../ui/dates.ts';
import { SearchField } from '../ui/search-field.tsx';
import { type Post, useListed } from './api.ts';
import { HandOver } from './hand-over.tsx';
import classes from './people.module.css';
import { PostAdded, PostChanged } from './post-dialogs.tsx';
import { Rows } from '../ui/rows.tsx';
import { postAndUnit, roleWords } from './words.ts';

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'handOver'; readonly post: Post };

/** Posts of the units: who holds which, since when; made, changed, handed over, abolished. */
export function PostsTab() {
  const { t } = useTranslation();
  const [q, seek] = useState('');
  const [vacant, showVacant] = useState(false);
  const listed = useListed<Post>('/api/posts', { q, ...(vacant ? { vacant: 'true' } : {}) });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack>
      <Group align="flex-end">
        <SearchField
          className={classes['grow'] ?? ''}
          label={t('people.post.find')}
          placeholder={t('people.post.findHint')}
          asked={q}
          seek={seek}
        />
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: 'new' })}>
          {t('people.post.add')}
        </Button>
      </Group>
      <Switch
        label={t('people.post.onlyVacant')}
        checked={vacant}
        onChange={(event) => showVacant(event.currentTarget.checked)}
      />
      <Rows
        label={t('people.tab.posts')}
        listed={listed}
        empty={t(q === '' && !vacant ? 'people.post.empty' : 'people.search.nothing')}
        row={(post) => (
          <>
            <div className={classes['text']}>
              <Text fw={600}>{postAndUnit(post, t)}</Text>
              {post.title === '' ? null : (
                <Text size="sm" c="dimmed">
                  {roleWords(post.roles, t)}
                </Text>
              )}
              {post.holder === null ? (
                <Badge variant="light" color="orange">
                  {t('people.post.vacant')}
                </Badge>
              ) : (
                <Text size="sm">
                  {t('people.post.heldSince', { name: post.holder.name, date: date(post.holder.fromAt) })}
                </Text>
              )}
            </div>
            <Group gap="xs">
              <Button
                variant="default"
                size="xs"
                aria-label={t('people.handOver.of', { post: postAndUnit(post, t) })}
                onClick={() => setOpen({ what: 'handOver', post })}
              >
                {t(post.holder === null ? 'people.handOver.appoint' : 'people.handOver.title')}
              </Button>
              <Button
                variant="default"
                size="xs"
                aria-label={t('people.changeOf', { name: postAndUnit(post, t) })}
                onClick={() => setOpen({ what: 'change', post })}
              >
                {t('people.change')}
              </Button>
            </Group>
          </>
        )}
      />
      {open?.what === 'new' ? <PostAdded close={close} /> : null}
      {open?.what === 'change' ? <PostChanged post={open.post} close={close} /> : null}
      {open?.what === 'handOver' ? <HandOver post={open.post} close={close} /> : null}
    </Stack>
  );
}
