import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitSearch } from '../use-units.ts';
import classes from '../form.module.css';

interface UnitSearchProps {
  readonly label: string;
  readonly placeholder?: string;
  /** Ids that are chosen already. */
  readonly chosen: readonly string[];
  /** Parameters that may stand for a unit: key and label. */
  readonly parameters: readonly { readonly key: string; readonly label: string }[];
  readonly onPick: (picked: string | { readonly parameter: string }) => void;
}

/** Looks a unit up by name, with or without accents. */
export function UnitSearch({ label, placeholder, chosen, parameters, onPick }: UnitSearchProps) {
  const { t } = useTranslation();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [words, setWords] = useState('');
  const [rested] = useDebouncedValue(words, 150);
  const { found, waiting } = useUnitSearch(rested);
  const pick = (value: string) => {
    onPick(value.startsWith('{') ? { parameter: value.slice(1) } : value);
    setWords('');
    box.closeDropdown();
  };
  const blank = words.trim() === '';
  const units = blank ? [] : found.filter(({ id }) => !chosen.includes(id));
  // Enter takes the first unit that was found
  const offer = useEffectEvent(() => box.selectFirstOption());
  const offered = units.map(({ id }) => id).join();
  useEffect(() => {
    if (offered !== '') offer();
  }, [offered]);
  return (
    <Combobox store={box} size="xs" onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          size="xs"
          aria-label={label}
          placeholder={placeholder ?? t('form.findUnit')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={waiting ? <Loader size={14} /> : null}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={blank && parameters.length === 0}>
        <Combobox.Options mah={260} className={classes['options'] ?? ''}>
          {parameters.map(({ key, label: asked }) => (
            <Combobox.Option key={`{${key}`} value={`{${key}`}>
              {t('form.asked', { label: asked })}
            </Combobox.Option>
          ))}
          {units.map((unit) => (
            <Combobox.Option key={unit.id} value={unit.id}>
              {unit.name}
              {unit.above === null ? null : (
                <Text span size="xs" c="dimmed" display="block">
                  {unit.above}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {units.length + parameters.length === 0 && !waiting && rested === words ? (
            <Combobox.Empty>{t('form.noUnit')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
