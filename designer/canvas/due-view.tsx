import type { TFunction } from 'i18next';
import type { DueLine } from './due-line.ts';
import classes from './level-node.module.css';
import { dueText } from './wording.ts';

/** The date of a level and whether there are more. */
export function DueView({ due, more, t }: { due: DueLine | null; more: number; t: TFunction }) {
  if (due === null) return null;
  return (
    <div className={classes['due']} data-kind={due.kind}>
      <span>{dueText(due, t)}</span>
      {more > 0 ? <span className={classes['more']}>{t('canvas.moreDues', { count: more })}</span> : null}
    </div>
  );
}
