import { useTranslation } from 'react-i18next';
import { Directive } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import { editLetter } from '../drawing/commands/editing.ts';
import { changesOf, mergeOf } from '../form/change.ts';
import type { FieldOverrides, FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { SchemaForm } from '../form/schema-form.tsx';
import { BasisField } from '../letter/basis-field.tsx';
import { BodyField } from '../letter/body-field.tsx';
import { RecipientsField } from '../letter/recipients-field.tsx';
import { SignatureField } from '../letter/signature-field.tsx';

const TYPES = ['Công văn', 'Kế hoạch', 'Thông báo', 'Hướng dẫn', 'Công điện'];

const FIELDS: FieldOverrides = {
  subject: { rows: 2 },
  documentType: { options: TYPES.map((each) => ({ value: each, label: each })), free: true, half: true },
  urgency: { half: true },
  codeNotation: { half: true },
  place: { half: true },
  issuingBody: { rows: 1 },
  addressees: { widget: AddresseesField },
  legalBasis: { widget: BasisField },
  paragraphs: { widget: BodyField },
  recipients: { widget: RecipientsField },
  signature: { widget: SignatureField },
};

/** What an official changes most stands first; number and day are the register's and the clock's. */
const ORDERED = Directive.pick({
  subject: true,
  addressees: true,
  paragraphs: true,
  recipients: true,
  signature: true,
  legalBasis: true,
  documentType: true,
  urgency: true,
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
    const before: Partial<Directive> = directive;
    const merge = mergeOf('letter', before, { ...before, ...next });
    const changed = changesOf(before, { ...before, ...next });
    drawing.getState().run(editLetter((letter) => void Object.assign(letter, changed), merge));
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
