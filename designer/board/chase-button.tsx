import { Button, Stack } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Place } from '../api/queries.ts';
import { useMe } from '../api/session.ts';
import { Failure } from '../ui/failure.tsx';
import { useChaseLetter } from './api.ts';

/** Drafts the letter to those who are missing, and goes on to it. */
export function ChaseButton({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const letter = useChaseLetter(place);
  // one draft, however often it is pressed
  const [key] = useState(() => crypto.randomUUID());
  const scopes = useMe().data?.scopes ?? [];
  if (!scopes.includes('letters:write')) return null;
  return (
    <Stack gap="xs">
      <Button
        leftSection={<IconMailForward size={16} aria-hidden />}
        loading={letter.isPending}
        onClick={() => letter.mutate(key, { onSuccess: ({ id }) => void go(`/letters/${id}`) })}
      >
        {t('board.chase')}
      </Button>
      {letter.isError ? <Failure error={letter.error} /> : null}
    </Stack>
  );
}
