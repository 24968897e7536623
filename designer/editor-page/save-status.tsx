import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRetriable, Refusal } from '../api/client.ts';
import { isSignedOut } from '../api/session.ts';
import { time } from '../ui/dates.ts';
import classes from './editor-header.module.css';
import { useOpened, useSaving } from './opened.tsx';

/** Whether the work is safe, in a few words. */
export function SaveStatus() {
  const { t, i18n } = useTranslation();
  const { saver } = useOpened();
  const save = useSaving((state) => state.save);
  if (save.kind === 'failed') {
    const why = wordsOf(save.error, { t, language: i18n.language });
    return (
      <Text
        component="div"
        role="status"
        c="var(--cascade-alarm)"
        className={classes['status'] ?? ''}
        data-testid="save-state"
        data-state={save.kind}
      >
        {t('editor.save.failed', { why })}{' '}
        <Button size="compact-xs" variant="default" onClick={saver.save}>
          {t('error.retry')}
        </Button>
      </Text>
    );
  }
  const words =
    save.kind === 'saved'
      ? save.at === null
        ? t('editor.save.unchanged')
        : t('editor.save.saved', { time: time(save.at) })
      : t(save.kind === 'conflict' ? 'editor.save.conflict' : 'editor.save.saving');
  return (
    <Text
      component="div"
      role="status"
      c={save.kind === 'conflict' ? 'var(--cascade-alarm)' : 'dimmed'}
      className={classes['status'] ?? ''}
      data-testid="save-state"
      data-state={save.kind}
    >
      {words}
    </Text>
  );
}

interface Speech {
  readonly t: (key: string) => string;
  readonly language: string;
}

function wordsOf(error: unknown, { t, language }: Speech): string {
  if (isSignedOut(error)) return t('editor.save.signedOut');
  if (!(error instanceof Refusal) || isRetriable(error)) return t('editor.save.offline');
  return language === 'en' ? error.en : error.message;
}
