import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useStoredDefinition } from '../api/definitions.ts';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { OpenDrawing } from './open-drawing.tsx';

/** `/drawings/:definitionId`: one drawing, to edit or only to read. */
export function EditorPage() {
  const { t } = useTranslation();
  const { definitionId = '' } = useParams();
  const me = useMe();
  const stored = useStoredDefinition(definitionId);
  if (me.data === undefined || stored.isPending) return <Waiting />;
  if (isUnreadable(stored)) {
    return (
      <Stack maw={1200} mx="auto" p={{ base: 'sm', sm: 'lg' }}>
        <Anchor component={Link} to="/drawings" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('editor.back')}
        </Anchor>
        <Failure error={stored.error} retry={() => void stored.refetch()} />
      </Stack>
    );
  }
  return <OpenDrawing key={stored.data.id} stored={stored.data} me={me.data} />;
}
