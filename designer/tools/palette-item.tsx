import { Kbd, Text, Tooltip } from '@mantine/core';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { capital } from '#model/capital';
import classes from './palette.module.css';

interface PaletteItemProps {
  readonly icon: ReactNode;
  readonly name: string;
  /** What it does, for the tooltip and for screen readers. */
  readonly does: string;
  readonly digit?: string | undefined;
  readonly narrow: boolean;
  readonly run: () => void;
  readonly drag?: (event: DragEvent) => void;
}

/** A `div`, since Firefox does not drag what stands in a button. */
export function PaletteItem({ icon, name, does, digit, narrow, run, drag }: PaletteItemProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    run();
  };
  return (
    <Tooltip
      label={narrow ? `${name}: ${does}` : capital(does)}
      position="right"
      openDelay={600}
      multiline
      maw={230}
      fz="xs"
      withArrow
    >
      <div
        className={classes['item']}
        role="button"
        tabIndex={0}
        aria-label={`${name}: ${does}`}
        aria-keyshortcuts={digit}
        draggable={drag !== undefined}
        onDragStart={drag}
        onClick={run}
        onKeyDown={onKeyDown}
      >
        {icon}
        {narrow ? null : (
          <>
            <Text size="sm" span className={classes['name']}>
              {name}
            </Text>
            {digit === undefined ? null : (
              <Kbd size="xs" aria-hidden>
                {digit}
              </Kbd>
            )}
          </>
        )}
      </div>
    </Tooltip>
  );
}
