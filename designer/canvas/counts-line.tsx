import { useTranslation } from 'react-i18next';
import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import { count } from '../ui/numbers.ts';
import classes from './level-node.module.css';

/** How far a level has come, live. */
export function CountsLine({ counts, root }: { counts: LevelCount | 'none'; root: boolean }) {
  const { t, i18n } = useTranslation();
  if (counts === 'none')
    return <div className={classes['who']}>{t(root ? 'canvas.issuer' : 'canvas.noUnits')}</div>;
  return (
    <>
      <div className={classes['who']}>{t('canvas.units', { count: counts.units })}</div>
      <div className={classes['counts']}>
        {(['done', 'waiting', 'late'] as const).map((kind) => (
          <span key={kind} data-kind={counts[kind] > 0 ? kind : 'none'}>
            {t(`counts.${kind}`)} <b>{count(counts[kind], i18n.language)}</b>
          </span>
        ))}
      </div>
    </>
  );
}
