import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFindings } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import { startsWith } from '../form/paths.ts';
import { useFold } from '../form/use-open.ts';
import classes from './inspector.module.css';
import { openSections } from './open-sections.ts';

interface SectionProps {
  readonly name: string;
  readonly title: string;
  /** How many there are. */
  readonly count?: number;
  /** Everything that the section holds. */
  readonly holds: readonly Place[];
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of the inspector that folds; it opens by itself when a place inside it is wished for. */
export function Section({ name, title, count, holds, openAtFirst = false, children }: SectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const remembered = useStore(openSections, (state) => state.open[name] ?? openAtFirst);
  const [open, setOpen] = useFold(holds, remembered);
  const errors = useFindings(
    (state) =>
      state.problems.filter(
        ({ severity, path }) => severity === 'error' && holds.some((each) => startsWith(path, each)),
      ).length,
  );
  const toggle = () => {
    setOpen(!open);
    openSections.getState().set(name, !open);
  };
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes['section']}>
      <h3 className={classes['heading']}>
        <UnstyledButton
          className={classes['toggle'] ?? ''}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <Chevron size={16} aria-hidden className={classes['chevron']} />
          <span className={classes['title']}>{title}</span>
          {count === undefined || count === 0 ? null : (
            <Text span size="xs" c="dimmed">
              {count}
            </Text>
          )}
          {errors === 0 ? null : (
            <span className={classes['dot']}>
              <VisuallyHidden>{t('inspector.errors', { count: errors })}</VisuallyHidden>
            </span>
          )}
        </UnstyledButton>
      </h3>
      <div id={id} className={classes['body']} hidden={!open}>
        {open ? children : null}
      </div>
    </section>
  );
}
