import { Code, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './forms.module.css';

/** The key by which files and the API name something: out of the way until it is asked for. */
export function KeyLine({ value, children }: { readonly value: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={classes['key']}>
      <UnstyledButton
        className={classes['keyOpener'] ?? ''}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('forms.key')}
      </UnstyledButton>
      {open ? (children ?? <Code>{value}</Code>) : null}
    </div>
  );
}
