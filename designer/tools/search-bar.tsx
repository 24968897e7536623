import { CloseButton, Paper, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import { PRESETS } from '../drawing/presets.ts';
import classes from './canvas-tools.module.css';
import { around, type Hit, hitsIn, type KindNames } from './hits.ts';
import { ToolButton } from './tool-button.tsx';
import { useTools } from './tools-store.ts';

/** Words in the drawing: Enter goes to the next, Shift+Enter back, Esc leaves. */
export function SearchBar() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const show = useTools((tools) => tools.show);
  const asked = useTools((tools) => tools.searching);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const definition = useDrawing((drawing) => drawing.present.definition);
  const [query, setQuery] = useState('');
  const [nth, setNth] = useState<number | null>(null);
  const searched = useDeferredValue(query);
  const kinds = useMemo(
    // one entry per preset: that is what KindNames lists
    () => Object.fromEntries(PRESETS.map(({ key }) => [key, t(`tools.preset_${key}`)])) as KindNames,
    [t],
  );
  const hits = useMemo(() => hitsIn(definition, searched, kinds), [definition, searched, kinds]);
  const at = nth === null || hits.length === 0 ? null : Math.min(nth, hits.length - 1);
  const hit = at === null ? undefined : hits[at];

  const go = (step: 1 | -1) => {
    if (hits.length === 0) return;
    const next = at === null ? (step === 1 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length;
    setNth(next);
    const node = hits[next]?.node;
    if (node !== undefined) view.getState().centre(node);
  };
  const close = () => show({ searching: null });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    // the key that opens it, pressed again
    else if (event.key === 'f' && (event.ctrlKey || event.metaKey)) field.current?.select();
    else return;
    event.preventDefault();
  };
  return (
    <Paper role="search" withBorder shadow="xs" className={classes['search']}>
      <div className={classes['row']}>
        <TextInput
          size="xs"
          variant="unstyled"
          ref={field}
          leftSection={<IconSearch size={15} />}
          aria-label={t('tools.searchIn')}
          placeholder={t('tools.searchIn')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setNth(null);
          }}
          onKeyDown={onKeyDown}
        />
        <Text size="xs" c="dimmed" role="status">
          {query.trim() === '' ? '' : t('tools.hits', { nth: at === null ? 0 : at + 1, count: hits.length })}
        </Text>
        <ToolButton label={t('tools.previous')} keys="Shift+Enter" off={hits.length === 0} run={() => go(-1)}>
          <IconChevronUp size={16} />
        </ToolButton>
        <ToolButton label={t('tools.next')} keys="Enter" off={hits.length === 0} run={() => go(1)}>
          <IconChevronDown size={16} />
        </ToolButton>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={close} />
      </div>
      <div className={classes['found']} aria-live="polite">
        {hit === undefined ? null : <Found hit={hit} query={searched} />}
      </div>
    </Paper>
  );
}

function Found({ hit, query }: { readonly hit: Hit; readonly query: string }) {
  const { t } = useTranslation();
  const { before, found, after } = around(hit.text, query);
  return (
    <Text size="xs" lineClamp={2}>
      <Text span inherit c="dimmed">
        {t(`tools.hit_${hit.where}`)}:{' '}
      </Text>
      {before}
      <Text span inherit fw={700}>
        {found}
      </Text>
      {after}
    </Text>
  );
}
