import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Place } from '../drawing/view-store.ts';
import classes from './form.module.css';
import { placeName } from './paths.ts';

interface FrameProps {
  readonly path: Place;
  readonly half?: boolean | undefined;
  readonly children: ReactNode;
}

/** The place of a field on the page: `useGoTo` finds it by its path. */
export const Frame = ({ path, half = false, children }: FrameProps) => (
  <div className={half ? classes['half'] : classes['whole']} data-place={placeName(path)}>
    {children}
  </div>
);

/** Sentences beneath a field whose control does not say them itself. */
export function Lines({
  errors = [],
  warnings = [],
}: {
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
}) {
  return (
    <>
      {errors.map((each) => (
        <Text key={each} size="xs" c="var(--mantine-color-error)" mt={2}>
          {each}
        </Text>
      ))}
      {warnings.map((each) => (
        <Text key={each} size="xs" className={classes['warning'] ?? ''} mt={2}>
          {each}
        </Text>
      ))}
    </>
  );
}

/** What a control of the kit takes as its `error`. */
export const asError = (errors: readonly string[]): ReactNode =>
  errors.length === 0 ? null : errors.join(' ');
