import { CloseButton, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './canvas-tools.module.css';
import { useTools } from './tools-store.ts';

const STANDS_MS = 6_000;

/** One sentence over the canvas, read out where it changes, gone after some seconds. */
export function NoticeLine() {
  const { t } = useTranslation();
  const notice = useTools((tools) => tools.notice);
  const show = useTools((tools) => tools.show);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => show({ notice: null }), STANDS_MS);
    return () => clearTimeout(timer);
  }, [notice, show]);
  return (
    <div role="status" className={classes['notice']}>
      {notice === null ? null : (
        <Paper withBorder shadow="md">
          <Text size="sm">{t(`tools.notice_${notice.key}`, notice.params)}</Text>
          <CloseButton size="sm" aria-label={t('common.close')} onClick={() => show({ notice: null })} />
        </Paper>
      )}
    </div>
  );
}
