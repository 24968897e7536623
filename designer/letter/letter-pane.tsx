import { ActionIcon, Group, Modal, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconChevronDown, IconChevronUp, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { LetterPreview } from './letter-preview.tsx';
import classes from './letter-editor.module.css';
import type { PartPath } from './letter-part.tsx';
import { PrintedLetter } from './printed-letter.tsx';

interface LetterPaneProps {
  /** The part that is being edited: marked, and kept in sight. */
  readonly active: string | null;
  readonly onPick: (path: PartPath) => void;
}

/** The sheet over the form: stays in sight while its fields are typed, can be folded, enlarged and printed. */
export function LetterPane({ active, onPick }: LetterPaneProps) {
  const { t } = useTranslation();
  const definition = useDrawing((state) => state.present.definition);
  const directive = useDrawing((state) => state.present.directive);
  const [open, setOpen] = useState(true);
  const [large, setLarge] = useState(false);
  const [printing, setPrinting] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = pane.current;
    const part = active === null ? null : here?.querySelector<HTMLElement>(`[data-part="${active}"]`);
    if (!here || !part) return;
    // the pane alone: the panel around it stays where the field is
    const top = part.getBoundingClientRect().top - here.getBoundingClientRect().top + here.scrollTop;
    here.scrollTo({ top: top - here.clientHeight / 3 });
  }, [active]);
  if (directive === null) return null;
  const sheet = { directive, definition };
  const acts = [
    { label: t('letter.enlarge'), Icon: IconArrowsMaximize, onClick: () => setLarge(true) },
    { label: t('letter.print'), Icon: IconPrinter, onClick: () => setPrinting(true) },
    {
      label: t(open ? 'letter.fold' : 'letter.unfold'),
      Icon: open ? IconChevronUp : IconChevronDown,
      onClick: () => setOpen(!open),
    },
  ];
  return (
    <section className={classes['pane']} aria-label={t('letter.preview')}>
      <Group justify="space-between" wrap="nowrap" className={classes['paneHead']}>
        <span className={classes['paneTitle']}>{t('letter.preview')}</span>
        <Group gap={2} wrap="nowrap">
          {acts.map(({ label, Icon, onClick }) => (
            <Tooltip key={label} label={label}>
              <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={onClick}>
                <Icon size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </Group>
      {open ? (
        // scrolled by keyboard, too
        <div
          ref={pane}
          className={classes['paneBody']}
          tabIndex={0}
          role="group"
          aria-label={t('letter.sheet')}
        >
          <LetterPreview {...sheet} active={active} onPick={onPick} />
        </div>
      ) : null}
      <Modal
        opened={large}
        onClose={() => setLarge(false)}
        size={860}
        title={t('letter.preview')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <LetterPreview
          {...sheet}
          onPick={(path) => {
            setLarge(false);
            onPick(path);
          }}
        />
      </Modal>
      {printing ? <PrintedLetter {...sheet} onDone={() => setPrinting(false)} /> : null}
    </section>
  );
}
