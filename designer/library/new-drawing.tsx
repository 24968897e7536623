import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/failure.tsx';
import { titled } from './create-own.ts';
import { firstDrawing } from './first-drawing.ts';
import { useCreate } from './use-create.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

/** A title, and the drawing is open. */
export function NewDrawing({ close }: { readonly close: () => void }) {
  useFocusBack();
  const { t } = useTranslation();
  const create = useCreate();
  const [typed, type] = useState('');
  const title = titled(typed.trim());
  return (
    <Modal
      opened
      onClose={close}
      title={t('library.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title !== '' && !create.isPending)
            create.mutate({ drawing: firstDrawing(title, 'moi'), title });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            withAsterisk={false}
            label={t('library.titleOf')}
            placeholder={t('library.titleExample')}
            maxLength={300}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('library.newHint')}
          </Text>
          {create.isError ? <Failure error={create.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('library.cancel')}
            </Button>
            <Button type="submit" disabled={title === ''} loading={create.isPending}>
              {t('library.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
