import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOn, type Sought } from './sought.ts';

interface SearchLineProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  readonly openFilters: () => void;
  readonly help: () => void;
}

const PAUSE_MS = 250;

/** Searches while one types, after a pause; the filters' drawer on the phone. */
export function SearchLine({ field, sought, seek, openFilters, help }: SearchLineProps) {
  const { t } = useTranslation();
  const asked = sought.q ?? '';
  const [text, setText] = useState(asked);
  const [before, setBefore] = useState(asked);
  // a saved filter, or the way back, brings its own words
  if (before !== asked) {
    setBefore(asked);
    setText(asked);
  }
  useEffect(() => {
    if (text.trim() === asked) return;
    const timer = setTimeout(() => {
      const { q: _, ...rest } = sought;
      seek(text.trim() === '' ? rest : { ...rest, q: text.trim() });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, asked, sought, seek]);
  const on = filtersOn(sought);
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        ref={field}
        type="search"
        flex={1}
        miw={0}
        aria-label={t('tasks.search')}
        placeholder={t('tasks.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        rightSection={
          text === '' ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('tasks.searchClear')}
              onClick={() => setText('')}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <Button
        hiddenFrom="md"
        variant={on > 0 ? 'light' : 'default'}
        px="sm"
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={openFilters}
      >
        {on > 0 ? t('tasks.filtersOn', { count: on }) : t('tasks.filters')}
      </Button>
      <ActionIcon visibleFrom="md" size="lg" variant="default" aria-label={t('tasks.keys')} onClick={help}>
        <IconKeyboard size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
