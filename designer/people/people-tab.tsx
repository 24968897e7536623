import { Badge, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { date } from '../ui/dates.ts';
import { SearchField } from '../ui/search-field.tsx';
import { type Person, useListed } from './api.ts';
import classes from './people.module.css';
import { PersonAdded } from './person-added.tsx';
import { PersonChanged } from './person-changed.tsx';
import { Rows } from '../ui/rows.tsx';
import { postAndUnit, roleWords } from './words.ts';

/** Who works here: found by name, added, changed, disabled. */
export function PeopleTab() {
  const { t } = useTranslation();
  const [q, seek] = useState('');
  const [disabled, showDisabled] = useState(false);
  const listed = useListed<Person>('/api/people', { q, disabled: String(disabled) });
  const [open, setOpen] = useState<'new' | Person | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack>
      <Group align="flex-end">
        <SearchField
          className={classes['grow'] ?? ''}
          label={t('people.find')}
          placeholder={t('people.findHint')}
          asked={q}
          seek={seek}
        />
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setOpen('new')}>
          {t('people.add')}
        </Button>
      </Group>
      <Switch
        label={t('people.showDisabled')}
        checked={disabled}
        onChange={(event) => showDisabled(event.currentTarget.checked)}
      />
      <Rows
        label={t('people.tab.people')}
        listed={listed}
        empty={t(q === '' && !disabled ? 'people.empty' : 'people.search.nothing')}
        row={(person) => (
          <>
            <div className={classes['text']}>
              <Text fw={600}>
                {person.name}{' '}
                {person.disabledAt === null ? null : (
                  <Badge variant="light" color="red">
                    {t('people.disabledSince', { date: date(person.disabledAt) })}
                  </Badge>
                )}
              </Text>
              {person.email === null ? null : (
                <Text size="sm" c="dimmed">
                  {person.email}
                </Text>
              )}
              {person.posts.map((post) => (
                <Text size="sm" key={post.id}>
                  {postAndUnit(post, t)}
                  {post.title === '' ? '' : ` (${roleWords(post.roles, t)})`}
                </Text>
              ))}
              {person.posts.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('people.noPost')}
                </Text>
              ) : null}
              {person.elsewhere ? (
                <Text size="sm" c="dimmed">
                  {t('people.elsewhere')}
                </Text>
              ) : null}
            </div>
            <Button
              variant="default"
              size="xs"
              onClick={() => setOpen(person)}
              aria-label={t('people.changeOf', { name: person.name })}
            >
              {t('people.change')}
            </Button>
          </>
        )}
      />
      {open === null ? null : open === 'new' ? (
        <PersonAdded close={close} />
      ) : (
        <PersonChanged person={open} close={close} />
      )}
    </Stack>
  );
}
