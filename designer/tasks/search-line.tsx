import { ActionIcon, Button, Group } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../ui/search-field.tsx';
import { filtersOn, type Sought, without } from './sought.ts';

interface SearchLineProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  readonly openFilters: () => void;
  readonly help: () => void;
}

/** Searches while one types, after a pause; the filters' drawer on the phone. */
export function SearchLine({ field, sought, seek, openFilters, help }: SearchLineProps) {
  const { t } = useTranslation();
  const on = filtersOn(sought);
  return (
    <Group gap="xs" wrap="nowrap">
      <SearchField
        field={field}
        flex={1}
        miw={0}
        aria-label={t('tasks.search')}
        placeholder={t('tasks.search')}
        clearLabel={t('tasks.searchClear')}
        asked={sought.q ?? ''}
        seek={(q) => seek(q === '' ? without(sought, 'q') : { ...sought, q })}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
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
