import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../field-props.ts';
import { asError, Frame, Lines } from '../frame.tsx';
import { bare } from '../schema.ts';
import { readTime } from '../typed-date.ts';
import { DraftInput } from '../draft-input.tsx';
import { type Read, useDraft } from '../use-draft.ts';
import { useField } from '../use-field.tsx';

/** A time of day, `15:00`; empty where it may be left out. */
export function TimeField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const { nullable } = bare(schema);
  const draft = useDraft<unknown>({
    value,
    shown: typeof value === 'string' ? value : '',
    read: (text): Read<unknown> => {
      if (text.trim() === '' && nullable) return { ok: true, value: null };
      const time = readTime(text);
      return time === null ? { ok: false, wrong: { key: 'time' } } : { ok: true, value: time };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        placeholder={t('form.timePlaceholder')}
        readOnly={readOnly}
        error={asError(errors)}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
