import { Alert, Button, Group } from '@mantine/core';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { capital } from '#model/capital';
import { periodName } from '#model/period-name';
import type { ReportVersion, Task } from './api.ts';
import { codeOf } from './letter-code.ts';
import classes from './task-page.module.css';
import { ReceiptLines } from './version-view.tsx';

interface ReceiptProps {
  readonly task: Task;
  readonly version: ReportVersion;
  /** Just handed in: the keys go here. */
  readonly fresh: boolean;
}

/** The receipt of the latest version: when, which, late or not, and the hash; to be copied and printed. */
export function Receipt({ task, version, fresh }: ReceiptProps) {
  const { t } = useTranslation();
  const [printing, setPrinting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!fresh) return;
    box.current?.scrollIntoView({ block: 'start' });
    box.current?.focus({ preventScroll: true });
  }, [fresh]);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      className={classes['receipt'] ?? ''}
      role="status"
      color="pine"
      icon={<IconCircleCheck aria-hidden />}
      title={t(fresh ? 'report.receipt.done' : 'report.receipt.title')}
    >
      <ReceiptLines version={version} files={task.attachments} />
      <Group mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => setPrinting(true)}
        >
          {t('report.receipt.print')}
        </Button>
      </Group>
      {printing ? <Printed task={task} version={version} onDone={() => setPrinting(false)} /> : null}
    </Alert>
  );
}

/** Alone on the sheet: a copy beside the page, which the print style shows in place of everything else. */
function Printed({ task, version, onDone }: Omit<ReceiptProps, 'fresh'> & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useRef(onDone);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['print'] = 'receipt';
    const printed = (): void => done.current();
    window.addEventListener('afterprint', printed, { once: true });
    window.print();
    return () => {
      delete root.dataset['print'];
      window.removeEventListener('afterprint', printed);
    };
  }, []);
  const code = codeOf(task, null);
  return createPortal(
    <div className={classes['printed']} data-printed>
      <h1>{t('report.receipt.title')}</h1>
      <p lang="vi">{capital(task.campaign.title)}</p>
      <p>
        {code === null ? '' : `${t('report.code', { code })} · `}
        {[task.unitName, periodName(task)].filter((part) => part !== null).join(' · ')}
      </p>
      <ReceiptLines version={version} files={task.attachments} />
    </div>,
    document.body,
  );
}
