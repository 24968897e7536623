import { Modal, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { ComboText } from './combo-text.tsx';
import classes from './dialogs.module.css';
import { type Entry, entriesOf, type Extra } from './entries.ts';
import { ranked } from './ranking.ts';
import { useBench } from './use-bench.ts';

/** More lines than anybody reads; typing narrows them down. */
const MOST = 60;

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly actions: readonly Extra[];
}

/** Ctrl+K: any level, any action, by words with or without accents. */
export function CommandPalette({ opened, close, actions }: CommandPaletteProps) {
  const { t } = useTranslation();
  const chosen = useRef<Entry | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={close}
      // what is run may move the focus (a name to type, the search): not before the dialog has gone
      onExitTransitionEnd={() => {
        chosen.current?.run();
        chosen.current = null;
      }}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      size={600}
      yOffset="12vh"
      title={t('tools.commands')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Finder
        actions={actions}
        run={(entry) => {
          chosen.current = entry;
          close();
        }}
      />
    </Modal>
  );
}

interface FinderProps {
  readonly actions: readonly Extra[];
  readonly run: (entry: Entry) => void;
}

function Finder({ actions, run }: FinderProps) {
  const { t } = useTranslation();
  const bench = useBench();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  // a name that was being typed is taken over as the dialog opens
  const nodes = useDrawing((state) => state.present.definition.nodes);
  const entries = useMemo(() => entriesOf(bench, { extras: actions, nodes }), [bench, actions, nodes]);
  const found = ranked(entries, query).slice(0, MOST);
  const current = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((at - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && current !== undefined) run(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        aria-label={t('tools.findAny')}
        placeholder={t('tools.findAny')}
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('tools.commands')}
        className={classes['list']}
      >
        {found.map((entry) => (
          <li
            key={entry.id}
            id={`${id}-${entry.id}`}
            role="option"
            aria-selected={entry === current}
            className={classes['entry']}
            onClick={() => run(entry)}
          >
            <span className={classes['label']}>{entry.label}</span>
            <span className={classes['hint']}>
              {entry.row === undefined ? entry.hint : <ComboText row={entry.row} />}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? (
        <Text size="sm" c="dimmed" role="status" p="xs">
          {t('tools.nothingFound')}
        </Text>
      ) : null}
    </>
  );
}
