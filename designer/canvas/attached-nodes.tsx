import { Handle, type NodeProps, Position } from '@xyflow/react';
import { IconMail } from '@tabler/icons-react';
import { memo, use } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './attached-nodes.module.css';
import { SeenFromAfar } from './detail.ts';
import type { FocalFlow, LaneFlow, NoteFlow } from './flow-nodes.ts';
import { sameBox } from './same-box.ts';
import { chainName } from './wording.ts';

/** A unit that collects on behalf of the level above. */
export const FocalNode = memo(function FocalNode({
  data: { name, editable },
  selected,
}: NodeProps<FocalFlow>) {
  const { t } = useTranslation();
  const far = use(SeenFromAfar);
  return (
    <div className={classes['focal']} data-selected={selected || undefined} data-far={far || undefined}>
      {far ? null : <div className={classes['quiet']}>{t('canvas.focal')}</div>}
      {name === null ? null : (
        <div className={classes['focalName']} title={name} lang="vi">
          {name}
        </div>
      )}
      {editable && !far ? (
        <Handle
          type="target"
          position={Position.Bottom}
          id="through"
          className={classes['in']}
          isConnectableStart={false}
        />
      ) : null}
    </div>
  );
}, sameBox);

/** Recipients for information: told, owe nothing. */
export const NoteNode = memo(function NoteNode({ data: { names } }: NodeProps<NoteFlow>) {
  const { t } = useTranslation();
  const far = use(SeenFromAfar);
  if (far) return null;
  return (
    <div className={classes['note']} title={names.join('\n')}>
      <IconMail size={12} aria-hidden />
      <span>{t('canvas.informed', { count: names.length })}</span>
    </div>
  );
}, sameBox);

/** The band behind a parallel chain. */
export const LaneNode = memo(function LaneNode({ data: { chain } }: NodeProps<LaneFlow>) {
  const { t } = useTranslation();
  return (
    <div className={classes['lane']} data-chain={chain}>
      <span>{t('canvas.lane', { chain: chainName(t, chain) })}</span>
    </div>
  );
}, sameBox);
