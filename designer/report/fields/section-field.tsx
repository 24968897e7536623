import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReportForm } from '#model';
import { Beside } from './beside.tsx';
import { anchorOf, useForm } from './field-context.ts';

/** A text of the report; the box grows with what is written. */
export function SectionField({ section }: { readonly section: ReportForm['sections'][number] }) {
  const { keeper } = useForm();
  const field = `sections.${section.id}`;
  const text = useStore(keeper.store, ({ content }) => content.sections[section.id] ?? '');
  return (
    <div data-field={field}>
      <Textarea
        id={anchorOf(field)}
        label={<span lang="vi">{section.title}</span>}
        withAsterisk={section.required}
        aria-required={section.required}
        autosize
        minRows={3}
        maxLength={20_000}
        value={text}
        onChange={(event) => keeper.change({ sections: { [section.id]: event.currentTarget.value } })}
      />
      <Beside field={field} keeper={keeper} />
    </div>
  );
}

/** A word to whoever receives the report; part of no total. */
export function NoteField() {
  const { t } = useTranslation();
  const { keeper } = useForm();
  const text = useStore(keeper.store, ({ content }) => content.note);
  return (
    <div data-field="note">
      <Textarea
        id={anchorOf('note')}
        label={t('report.note')}
        autosize
        minRows={1}
        maxLength={4000}
        value={text}
        onChange={(event) => keeper.change({ note: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {t('report.noteHint')}
      </Text>
      <Beside field="note" keeper={keeper} />
    </div>
  );
}
