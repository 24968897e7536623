import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Nothing is missing. */
  readonly ready: boolean;
  /** The form says in its own words what is missing, not the browser. */
  readonly noValidate?: boolean;
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  readonly children: ReactNode;
}

/** A form of its own: what was refused stands beside what was typed, and nothing typed is lost. */
export function Dialog(props: DialogProps) {
  const { title, close, submit, onSubmit, ready, noValidate = false, act, children } = props;
  useFocusBack();
  const { t } = useTranslation();
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate={noValidate}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !act.isPending) onSubmit();
        }}
      >
        <Stack>
          {children}
          {act.error === null ? null : <Failure error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={act.isPending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
