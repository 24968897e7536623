import { IconAlertCircleFilled, IconAlertTriangleFilled } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import classes from './level-node.module.css';

interface ProblemMarkProps {
  readonly errors: number;
  readonly warnings: number;
  readonly t: TFunction;
}

/** What the rule book found on this level; shape and number say it besides the colour. */
export function ProblemMark({ errors, warnings, t }: ProblemMarkProps) {
  if (errors + warnings === 0) return null;
  const worst = errors > 0 ? 'error' : 'warning';
  const title = [
    ...(errors > 0 ? [t('canvas.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('canvas.warnings', { count: warnings })] : []),
  ].join(', ');
  const Icon = worst === 'error' ? IconAlertCircleFilled : IconAlertTriangleFilled;
  return (
    <span className={classes['problem']} data-worst={worst} title={title}>
      <Icon size={14} aria-hidden />
      {errors > 0 ? errors : warnings}
    </span>
  );
}
