import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDefinition } from '../../api/definitions.ts';
import { useSaving } from '../opened.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

/** Somebody else saved first. The dialog comes by itself once, and can be put aside to look around. */
export function ConflictNotice() {
  const { t } = useTranslation();
  const save = useSaving((state) => state.save);
  const conflict = save.kind === 'conflict' ? save.theirs : null;
  const [aside, putAside] = useState<StoredDefinition | null>(null);
  if (conflict === null) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} p="xs" role="alert">
      <Group gap="sm">
        <Text size="sm">
          {t('editor.conflict.notice', { who: conflict.updatedByName ?? conflict.updatedBy })}
        </Text>
        <Button size="compact-sm" onClick={() => putAside(null)}>
          {t('editor.conflict.choose')}
        </Button>
      </Group>
      {aside === conflict ? null : <ConflictDialog theirs={conflict} close={() => putAside(conflict)} />}
    </Alert>
  );
}
