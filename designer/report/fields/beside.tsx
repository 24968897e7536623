import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fieldsOf } from '#engine/draft';
import type { DraftChange, RawValue } from '#model';
import { time } from '../../ui/dates.ts';
import type { Keeper } from '../draft/keeper.ts';
import { typedText } from './typed-text.ts';

/** Below a field: who else wrote there, and what of theirs was just saved over. */
export function Beside({ field, keeper }: { readonly field: string; readonly keeper: Keeper }) {
  const { t } = useTranslation();
  const mark = useStore(keeper.store, ({ server }) => server.fields[field]);
  const lost = useStore(keeper.store, ({ replaced }) => replaced.find((each) => each.field === field));
  if (lost !== undefined) {
    const back = changeOf(field, lost.value);
    return (
      <Text size="xs" c="var(--cascade-alarm)" role="status">
        {t('report.replaced', { name: lost.name, time: time(lost.at), text: typedText(lost.value) || '–' })}{' '}
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => {
            if (fieldsOf(back).length > 0) keeper.change(back);
            keeper.look(field);
          }}
        >
          {t('report.takeTheirs')}
        </Anchor>{' '}
        <Anchor component="button" type="button" size="xs" onClick={() => keeper.look(field)}>
          {t('report.keepMine')}
        </Anchor>
      </Text>
    );
  }
  if (mark === undefined || mark.mine) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('report.writtenBy', { name: mark.name, time: time(mark.at) })}
    </Text>
  );
}

function changeOf(field: string, value: RawValue): DraftChange {
  const [part = '', key = ''] = field.split(/\.(.*)/s);
  if (part === 'values') return { values: { [key]: value } };
  if (part === 'sections' && typeof value === 'string') return { sections: { [key]: value } };
  if (part === 'note' && typeof value === 'string') return { note: value };
  return {};
}
