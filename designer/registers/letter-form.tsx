import { useTranslation } from 'react-i18next';
import { Directive } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import { editLetter } from '../drawing/commands/editing.ts';
import { mergeOf, writeChanges } from '../form/change.ts';
import type { FieldOverrides, FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { SchemaForm } from '../form/schema-form.tsx';
import { LETTER_FIELDS } from '../letter/letter-fields.ts';

const FIELDS: FieldOverrides = {
  ...LETTER_FIELDS,
  codeNotation: { half: true },
  addressees: { widget: AddresseesField },
};

/** What an official changes most stands first; number and day are the register's and the clock's. */
const ORDERED = Directive.pick({
  subject: true,
  addressees: true,
  paragraphs: true,
  recipients: true,
  electronicOnly: true,
  signature: true,
  legalBasis: true,
  documentType: true,
  urgency: true,
  confidentiality: true,
  codeNotation: true,
  place: true,
  issuingBody: true,
  parentBody: true,
});
const PATH = ['directive'];

/** The fields of a letter before it is issued. */
export function LetterForm() {
  const { drawing } = useEditor();
  const directive = useDrawing((state) => state.present.directive);
  if (directive === null) return null;
  const change = (next: Partial<Directive>) => {
    // absent where there is none
    const { confidentiality: _gone, ...kept } = directive;
    const after = { ...kept, ...next };
    const merge = mergeOf('letter', directive, after);
    drawing.getState().run(editLetter((letter) => writeChanges(letter, directive, after), merge));
  };
  return (
    <SchemaForm
      schema={ORDERED}
      value={directive}
      labels="letter.form"
      path={PATH}
      fields={FIELDS}
      onChange={change}
    />
  );
}

/** Kính gửi as lines of text: whom the letter reaches follows from the plan, not from its wording. */
function AddresseesField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <ListField
      {...props}
      own={{
        ...props.own,
        fresh: () => ({ text: t('letter.form.addressees_new'), node: null }),
        fields: { text: { rows: 1 }, node: { hidden: true } },
      }}
    />
  );
}
