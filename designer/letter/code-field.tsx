import { useTranslation } from 'react-i18next';
import { formatDocumentCode, parseDocumentCode } from '#engine';
import { DocumentSystem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { useEditor } from '../drawing/editor.tsx';
import { editLetter } from '../drawing/commands/editing.ts';
import type { FieldProps } from '../form/field-props.ts';
import { asError, Frame, Lines } from '../form/frame.tsx';
import { DraftInput } from '../form/draft-input.tsx';
import { type Read, useDraft } from '../form/use-draft.ts';
import { useField } from '../form/use-field.tsx';

/** Number and notation as one writes them, `1680/SCT-QLTM` or `1101-CV/TU`; the number may be missing. */
export function CodeField({ value, path, label, siblings, own }: FieldProps) {
  const { t, i18n } = useTranslation();
  const { drawing } = useEditor();
  const parsed = DocumentSystem.safeParse(siblings['system']);
  const system = parsed.success ? parsed.data : 'state';
  const number = siblings['codeNumber'];
  const code = {
    codeNumber: typeof number === 'string' ? number : null,
    codeNotation: typeof value === 'string' ? value : '',
  };
  const shown = formatDocumentCode(code, system);
  const draft = useDraft<string>({
    value: shown,
    shown,
    read: (text): Read<string> => {
      const read = parseDocumentCode(text, system);
      return read.ok
        ? { ok: true, value: formatDocumentCode(read.value, system) }
        : { ok: false, wrong: { key: 'format' } };
    },
    commit: (text) => {
      const read = parseDocumentCode(text, system);
      // two fields of the letter, one command: a number never stands with another's notation
      if (read.ok)
        drawing.getState().run(editLetter((letter) => Object.assign(letter, read.value), 'letter/code'));
    },
  });
  const { readOnly, errors, warnings } = useField(path, null);
  const read = draft.wrong === null ? null : parseDocumentCode(draft.text, system);
  const refused = read === null || read.ok ? [] : read.problems;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  // what is typed is said to be wrong once; what the drawing still holds is no longer of interest
  const said = refused.length > 0 ? refused.map((each) => sentenceFor(each, language)) : errors;
  return (
    <Frame path={path} half={own.half}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        placeholder={t(`letter.codeExample.${system}`)}
        readOnly={readOnly}
        error={asError(said)}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
