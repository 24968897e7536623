import { ViewportPortal } from '@xyflow/react';
import classes from './canvas.module.css';
import type { Guide } from './guides.ts';

/** Where a dragged level lines up with others. */
export const GuideLines = ({ guides }: { guides: readonly Guide[] }) =>
  guides.length === 0 ? null : (
    <ViewportPortal>
      <svg className={classes['guides']} width={1} height={1} aria-hidden>
        {guides.map(({ along, at, from, to }) =>
          along === 'y' ? (
            <line key={along} x1={at} x2={at} y1={from} y2={to} />
          ) : (
            <line key={along} x1={from} x2={to} y1={at} y2={at} />
          ),
        )}
      </svg>
    </ViewportPortal>
  );
