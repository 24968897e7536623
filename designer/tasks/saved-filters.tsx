import { ActionIcon, Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Items } from '#api/http/shapes';
import type { FilterBody, SavedFilter } from '#api/routes/tasks/shapes';
import { del, get, post } from '../api/client.ts';
import { Failure } from '../ui/failure.tsx';
import { searchOf, type Sought } from './sought.ts';

/** A person's own filters, by name; they follow him to every machine. */
export function SavedFilters({
  sought,
  seek,
}: {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const saved = useQuery({
    queryKey: ['filters'],
    queryFn: ({ signal }) => get<Items<SavedFilter>>('/api/filters', signal),
    staleTime: 60_000,
  });
  const anew = () => queries.invalidateQueries({ queryKey: ['filters'] });
  const save = useMutation({
    mutationFn: () => post<SavedFilter, FilterBody>('/api/filters', { name: name.trim(), query: sought }),
    onSuccess: async () => {
      setNaming(false);
      setName('');
      await anew();
    },
  });
  const remove = useMutation({ mutationFn: (id: string) => del(`/api/filters/${id}`), onSettled: anew });
  return (
    <Stack gap={6}>
      {saved.data?.items.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" gap={4}>
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => seek(one.query)}>
            {one.name}
          </Anchor>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('tasks.deleteFilter', { name: one.name })}
            onClick={() => remove.mutate(one.id)}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {naming ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate();
          }}
        >
          <Group gap={6} align="end" wrap="nowrap">
            <TextInput
              size="xs"
              label={t('tasks.saveName')}
              value={name}
              maxLength={80}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" loading={save.isPending}>
              {t('tasks.saveNow')}
            </Button>
          </Group>
        </form>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          disabled={searchOf(sought) === ''}
          onClick={() => setNaming(true)}
        >
          {t('tasks.save')}
        </Button>
      )}
      {save.isError ? (
        <Failure error={save.error} />
      ) : remove.isError ? (
        <Failure error={remove.error} />
      ) : null}
    </Stack>
  );
}
