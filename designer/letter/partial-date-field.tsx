import { useTranslation } from 'react-i18next';
import { PartialDate } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import { asError, Frame, Lines } from '../form/frame.tsx';
import { DraftInput } from '../form/draft-input.tsx';
import { type Read, useDraft } from '../form/use-draft.ts';
import { useField } from '../form/use-field.tsx';
import { readPartialDate } from './partial-date.ts';
import { shortDate } from '#engine/letter-wording';

/** A date of which day and month may still be open: `14/11/2024`, `11/2024`, `2024`. */
export function PartialDateField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const parsed = PartialDate.safeParse(value);
  const shown = parsed.success ? shortDate(parsed.data) : '';
  const draft = useDraft<string>({
    value: shown,
    shown,
    read: (text): Read<string> => {
      if (text.trim() === '') return { ok: true, value: '' };
      const date = readPartialDate(text);
      return date === null ? { ok: false, wrong: { key: 'date' } } : { ok: true, value: shortDate(date) };
    },
    commit: (text) => onChange(text === '' ? null : readPartialDate(text)),
  });
  const { readOnly, errors, warnings } = useField(path, null);
  const said = draft.wrong === null ? errors : [t('letter.dateWrong')];
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        placeholder={t('letter.dateExample')}
        readOnly={readOnly}
        error={asError(said)}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
