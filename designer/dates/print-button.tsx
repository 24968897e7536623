import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { capital } from '#model/capital';
import classes from './print-button.module.css';

const SCHEME = 'data-mantine-color-scheme';

/** Prints its children on a sheet of their own: the editor around them is no document. */
export function PrintButton({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const title = useDrawing((state) => state.present.definition.title);
  const [printing, print] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const done = () => print(false);
    const page = document.documentElement;
    const scheme = page.getAttribute(SCHEME);
    document.body.classList.add(classes['only'] ?? '');
    // light letters on white paper cannot be read
    page.setAttribute(SCHEME, 'light');
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      document.body.classList.remove(classes['only'] ?? '');
      if (scheme !== null) page.setAttribute(SCHEME, scheme);
      window.removeEventListener('afterprint', done);
    };
  }, [printing]);
  return (
    <>
      <ActionIcon variant="default" size={30} aria-label={t('dates.print')} onClick={() => print(true)}>
        <IconPrinter size={16} />
      </ActionIcon>
      {printing
        ? createPortal(
            <div className={classes['sheet']}>
              <h1>{capital(title)}</h1>
              {children}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}
