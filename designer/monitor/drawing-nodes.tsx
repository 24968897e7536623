import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LevelCount } from '../api/shapes.ts';
import { count as figure } from '../ui/numbers.ts';
import classes from './drawing.module.css';
import { FOCAL_SHIFT, NODE_WIDTH } from '../drawing/layout.ts';

type LevelNode = Node<
  {
    readonly name: string;
    readonly chain: string;
    readonly root: boolean;
    readonly count: LevelCount | null;
  },
  'level'
>;
type FocalNode = Node<{ readonly name: string | null }, 'focal'>;
export type DrawnNode = LevelNode | FocalNode;

const REPORTS_OUT = { left: NODE_WIDTH / 2 + 50 };
const REPORTS_IN = { left: NODE_WIDTH / 2 + 50 };
const THROUGH_IN = { left: NODE_WIDTH / 2 + FOCAL_SHIFT };

const LevelBox = memo(function LevelBox({ data: { name, chain, root, count } }: NodeProps<LevelNode>) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes['level']} data-chain={chain}>
      <Handle type="target" position={Position.Top} id="in" isConnectable={false} />
      <Handle type="source" position={Position.Top} id="up" isConnectable={false} style={REPORTS_OUT} />
      <div className={classes['name']} title={name} lang="vi">
        {name}
      </div>
      {count === null ? (
        <div className={classes['quiet']}>{t(root ? 'monitor.issuer' : 'monitor.noUnits')}</div>
      ) : (
        <>
          <div className={classes['quiet']}>{t('monitor.unitCount', { count: count.units })}</div>
          <div className={classes['counts']}>
            {(['done', 'waiting', 'late'] as const).map((kind) => (
              <span key={kind} data-kind={count[kind] > 0 ? kind : 'none'}>
                {t(`counts.${kind}`)} <b>{figure(count[kind], i18n.language)}</b>
              </span>
            ))}
          </div>
        </>
      )}
      <Handle type="source" position={Position.Bottom} id="out" isConnectable={false} />
      <Handle
        type="target"
        position={Position.Bottom}
        id="reports"
        isConnectable={false}
        style={REPORTS_IN}
      />
      <Handle
        type="target"
        position={Position.Bottom}
        id="through"
        isConnectable={false}
        style={THROUGH_IN}
      />
    </div>
  );
});

/** A unit that collects on behalf of the level above. */
const FocalBox = memo(function FocalBox({ data: { name } }: NodeProps<FocalNode>) {
  const { t } = useTranslation();
  return (
    <div className={classes['focal']}>
      <Handle type="source" position={Position.Top} id="up" isConnectable={false} />
      <div className={classes['quiet']}>{t('monitor.focal')}</div>
      {name === null ? null : (
        <div className={classes['focalName']} title={name}>
          {name}
        </div>
      )}
      <Handle type="target" position={Position.Bottom} id="through" isConnectable={false} />
    </div>
  );
});

export const nodeTypes = { level: LevelBox, focal: FocalBox };
