import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AttachmentRule } from '#model';
import { freeKey } from '../drawing/keys.ts';
import { useView } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import classes from './forms.module.css';

/** Files that belong to a report; the usual pair is one click. */
export function AttachmentsField(props: FieldProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const parsed = AttachmentRule.array().safeParse(props.value);
  const known = parsed.success ? parsed.data : [];
  const taken = known.map(({ kind }) => kind);
  const made = (label: string, extensions: AttachmentRule['extensions']): AttachmentRule => ({
    kind: freeKey(label, taken),
    label,
    extensions,
    min: 1,
    max: 1,
  });
  const title = (entry: unknown): string => {
    const one = AttachmentRule.safeParse(entry);
    if (!one.success) return '';
    const { label, min, max, extensions } = one.data;
    return t('forms.attachmentTitle', {
      label,
      count: min === max ? String(min) : `${min}–${max}`,
      extensions: extensions.join(', '),
    });
  };
  return (
    <div className={classes['whole']}>
      <ListField
        {...props}
        own={{
          ...props.own,
          title,
          fresh: () => made(t('forms.report.attachments_new'), ['pdf']),
          fields: { kind: { hidden: true }, label: { rows: 1 } },
        }}
      />
      {readOnly || known.length > 0 ? null : (
        <Button
          mt={4}
          size="compact-xs"
          variant="light"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={() =>
            props.onChange([
              made(t('forms.wordFile'), ['docx']),
              made(t('forms.scanFile'), ['pdf', 'jpg', 'png']),
            ])
          }
        >
          {t('forms.wordAndScan')}
        </Button>
      )}
    </div>
  );
}
