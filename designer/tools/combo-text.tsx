import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Combo, KeyRow } from './keys.ts';

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del', Backspace: '⌫', '-': '−' };
const WORDS = new Set(['arrows', 'drag', 'Space']);

/** The keys of a row as they stand on a keyboard; nine digits are written as one range. */
export function ComboText({ row: { combos } }: { readonly row: KeyRow }) {
  const { t } = useTranslation();
  const first = combos[0];
  if (first === undefined) return null;
  const range = combos.length === 9;
  const name = ({ key }: Combo) => {
    if (range) return '1…9';
    return WORDS.has(key) ? t(`tools.keyName_${key.toLowerCase()}`) : (NAMES[key] ?? upper(key));
  };
  // '=' is '+' without Shift: nobody has to be told
  const shown = range ? [first] : combos.filter(({ key }) => key !== '=');
  return (
    <>
      {shown.map((combo, nth) => (
        <Fragment key={`${combo.key}${String(combo.shift)}`}>
          {nth > 0 ? ' / ' : ''}
          {[combo.ctrl && 'Ctrl', combo.alt && 'Alt', combo.shift && 'Shift', name(combo)]
            .filter((each) => typeof each === 'string')
            .map((each, place) => (
              <Fragment key={each}>
                {place > 0 ? ' + ' : ''}
                <Kbd size="xs">{each}</Kbd>
              </Fragment>
            ))}
        </Fragment>
      ))}
    </>
  );
}

const upper = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);
