import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Place } from '../drawing/view-store.ts';
import classes from './form.module.css';
import { useFold } from './use-open.ts';

interface FoldProps {
  readonly title: string;
  /** Everything that lies behind it. */
  readonly holds: readonly Place[];
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** What few need: behind a word, open as soon as a place inside it is wished for. */
export function Fold({ title, holds, openAtFirst = false, children }: FoldProps) {
  const id = useId();
  const [open, setOpen] = useFold(holds, openAtFirst);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes['fold']}>
      <UnstyledButton aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Text span size="xs" c="dimmed" className={classes['foldTitle'] ?? ''}>
          <Chevron size={14} aria-hidden /> {title}
        </Text>
      </UnstyledButton>
      <div id={id} hidden={!open} className={classes['inside']}>
        {open ? children : null}
      </div>
    </div>
  );
}
