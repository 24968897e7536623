import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { renameNode } from '../drawing/commands/levels.ts';
import { useEditor } from '../drawing/editor.tsx';
import classes from './level-node.module.css';

const LONGEST = 200;

/** The name while it is being typed: Enter and leaving keep it, Esc drops it. */
export function RenameField({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const field = useRef<HTMLTextAreaElement>(null);
  const dropped = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const close = (): void => {
    if (view.getState().renaming === id) view.getState().show({ renaming: null });
  };
  const keep = (): void => {
    const typed = field.current?.value ?? '';
    if (!dropped.current && typed.trim() !== '' && typed.trim() !== name)
      drawing.getState().run(renameNode(id, typed));
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    // Enter also ends the composing of a syllable
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    dropped.current = event.key === 'Escape';
    const box = event.currentTarget.closest<HTMLElement>('.react-flow__node');
    keep();
    box?.focus({ preventScroll: true });
  };
  return (
    <textarea
      ref={field}
      className={`${classes['rename'] ?? ''} nodrag nopan nowheel`}
      aria-label={t('canvas.rename')}
      defaultValue={name}
      maxLength={LONGEST}
      rows={2}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}
