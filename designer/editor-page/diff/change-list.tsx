import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowsSort, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from './change.ts';
import classes from './change-list.module.css';
import type { ToldChange } from './use-changes.ts';

interface ChangeListProps {
  readonly changes: readonly ToldChange[];
  /** Where a change can be looked at; absent: the list is only read. */
  readonly onGo?: (change: Change) => void;
}

const ICON = { added: IconPlus, removed: IconMinus, changed: IconPencil, moved: IconArrowsSort } as const;
const MOST = 200;

export function ChangeList({ changes, onGo }: ChangeListProps) {
  const { t } = useTranslation();
  if (changes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('editor.noChanges')}
      </Text>
    );
  }
  return (
    <ul className={classes['list']}>
      {changes.slice(0, MOST).map(({ change, sentence }, index) => {
        const Icon = ICON[change.kind];
        const content = (
          <>
            <Icon size={16} className={classes[change.kind] ?? ''} aria-hidden />
            <span>{sentence}</span>
          </>
        );
        return (
          // one comparison, one order
          <li key={`${index}-${sentence}`}>
            {onGo === undefined || change.node === null ? (
              <div className={classes['row']}>{content}</div>
            ) : (
              <UnstyledButton className={classes['row'] ?? ''} onClick={() => onGo(change)}>
                {content}
              </UnstyledButton>
            )}
          </li>
        );
      })}
      {changes.length > MOST ? (
        <li className={classes['row']}>{t('library.furtherProblems', { count: changes.length - MOST })}</li>
      ) : null}
    </ul>
  );
}
