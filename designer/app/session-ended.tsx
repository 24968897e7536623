import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { SignInPage } from './sign-in-page.tsx';

const ASK_MS = 5_000;

/**
 * The session ended while something was being typed: the page waits unseen below, and is there again as soon as the
 * person has signed in, in whatever window.
 */
export function SessionEnded() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  useFocusBack();
  useEffect(() => {
    const ask = (): void => void queries.refetchQueries({ queryKey: ['me'] });
    const asking = setInterval(ask, ASK_MS);
    window.addEventListener('focus', ask);
    return () => {
      clearInterval(asking);
      window.removeEventListener('focus', ask);
      // what was refused meanwhile
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    };
  }, [queries]);
  return (
    <Modal
      opened
      fullScreen
      withCloseButton={false}
      closeOnEscape={false}
      onClose={() => undefined}
      zIndex={1000}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      aria-label={t('session.ended')}
    >
      <SignInPage keeping />
    </Modal>
  );
}
