import { ActionIcon, UnstyledButton } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindings } from '../../drawing/editor.tsx';
import type { Place } from '../../drawing/view-store.ts';
import classes from '../form.module.css';
import { placeName, problemsAt } from '../paths.ts';
import { Lines } from '../frame.tsx';
import { useField } from '../use-field.tsx';
import { useOpen } from '../use-open.ts';

interface Acts {
  readonly index: number;
  readonly count: number;
  readonly readOnly: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

interface CardProps {
  readonly path: Place;
  readonly title: string;
  readonly acts: Acts;
  /** A few words at the end of the heading: the date, the number of members. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** An entry of a list, folded to its heading until it is looked into. Alt with an arrow moves it. */
export function Card({ path, title, acts, aside, children }: CardProps) {
  const [open, toggle] = useOpen(path);
  const id = useId();
  const { errors, warnings } = useField(path, null, false);
  const wrong = useFindings((state) => problemsAt(state.problems, path, { deep: true }).length > 0);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || acts.readOnly) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    acts.onMove(acts.index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div className={`${classes['card']} ${open ? classes['open'] : ''}`} data-place={placeName(path)}>
      <div className={classes['cardHead']} onKeyDown={keys}>
        <UnstyledButton
          className={classes['cardTitle'] ?? ''}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <Chevron size={14} className={classes['chevron']} aria-hidden />
          <span className={classes['cardText']} data-wrong={wrong || undefined}>
            {title}
          </span>
        </UnstyledButton>
        {open ? null : aside}
        <EntryActs {...acts} title={title} />
      </div>
      <div id={id} hidden={!open} className={classes['cardBody']}>
        {open ? children : null}
        <Lines errors={errors} warnings={warnings} />
      </div>
    </div>
  );
}

/** Up, down and away. */
export function EntryActs({
  index,
  count,
  readOnly,
  onMove,
  onRemove,
  title,
}: Acts & { readonly title: string }) {
  const { t } = useTranslation();
  if (readOnly) return null;
  const act = { size: 'sm', variant: 'subtle', color: 'gray' } as const;
  return (
    <span className={classes['acts']}>
      {count < 2 ? null : (
        <>
          <ActionIcon
            {...act}
            disabled={index === 0}
            aria-label={t('form.up', { title })}
            onClick={() => onMove(index - 1)}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...act}
            disabled={index === count - 1}
            aria-label={t('form.down', { title })}
            onClick={() => onMove(index + 1)}
          >
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...act} aria-label={t('form.removeOne', { label: title })} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
