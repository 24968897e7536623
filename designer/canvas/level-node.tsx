import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, use } from 'react';
import { useTranslation } from 'react-i18next';
import { SeenFromAfar } from './detail.ts';
import { sameBox } from './same-box.ts';
import type { LevelFlow } from './flow-nodes.ts';
import classes from './level-node.module.css';
import { BadgeLine } from './level-badges.tsx';
import { CountsLine } from './counts-line.tsx';
import { DueView } from './due-view.tsx';
import { ProblemMark } from './problem-mark.tsx';
import { RenameField } from './rename-field.tsx';
import { shortName } from './short-name.ts';
import { whoText } from './wording.ts';

const UP = { left: 'calc(50% + 50px)' };

/** A level or a group of addressees. */
export const LevelNode = memo(function LevelNode({ id, data, selected }: NodeProps<LevelFlow>) {
  const far = use(SeenFromAfar);
  const { t } = useTranslation();
  const { facts, renaming, editable } = data;
  const box = {
    className: classes['level'],
    'data-chain': facts.chain,
    'data-selected': selected || undefined,
    'data-mark': facts.mark ?? undefined,
  };
  if (far && !renaming)
    return (
      <div {...box} data-far>
        <div className={classes['farName']} lang="vi">
          {shortName(facts.name)}
        </div>
      </div>
    );
  return (
    <div {...box}>
      {editable ? (
        <Handle
          type="target"
          position={Position.Top}
          id="in"
          className={classes['in']}
          isConnectableStart={false}
        />
      ) : null}
      {facts.mark === null ? null : <span className={classes['mark']}>{t(`canvas.mark_${facts.mark}`)}</span>}
      <ProblemMark errors={facts.errors} warnings={facts.warnings} t={t} />
      {renaming ? (
        <RenameField id={id} name={facts.name} />
      ) : (
        <div className={classes['name']} title={facts.name} lang="vi">
          {facts.name}
        </div>
      )}
      {facts.counts === null ? (
        <>
          <div className={classes['who']}>{whoText(facts.who, t)}</div>
          <DueView due={facts.due} more={facts.moreDues} t={t} />
          <BadgeLine facts={facts} t={t} />
        </>
      ) : (
        <CountsLine counts={facts.counts} root={facts.who.kind === 'root'} />
      )}
      {editable ? (
        <>
          {facts.who.kind === 'root' ? null : (
            <Handle
              type="source"
              position={Position.Top}
              id="up"
              className={classes['dot']}
              style={UP}
              isConnectableEnd={false}
              title={t('canvas.upHandle')}
              data-way="up"
            />
          )}
          <Handle
            type="source"
            position={Position.Bottom}
            id="out"
            className={classes['dot']}
            isConnectableEnd={false}
            title={t('canvas.outHandle')}
            data-way="down"
          />
        </>
      ) : null}
    </div>
  );
}, sameBox);
