import { Button, Stack, Text } from '@mantine/core';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import { type FocusEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Directive } from '#model';
import { mergeOf, writeChanges } from '../form/change.ts';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import { editLetter, setLetter } from '../drawing/commands/editing.ts';
import type { FieldOverrides } from '../form/field-props.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { AddresseesField } from './addressees-field.tsx';
import { CodeField } from './code-field.tsx';
import classes from './letter-editor.module.css';
import { LETTER_FIELDS } from './letter-fields.ts';
import { partOfName } from './letter-places.ts';
import { LetterPane } from './letter-pane.tsx';
import { PartialDateField } from './partial-date-field.tsx';
import { proposeLetter } from './propose.ts';

/** The letter that goes with the drawing: its sheet above, its fields below. */
export function LetterEditor() {
  const directive = useDrawing((state) => state.present.directive);
  return directive === null ? <NoLetter /> : <Letter directive={directive} />;
}

function NoLetter() {
  const { t } = useTranslation();
  const { drawing, findings } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  const propose = () => {
    const { present, run } = drawing.getState();
    run(setLetter(proposeLetter(present.definition, findings.getState().trial.startOn)));
  };
  return (
    <Stack align="flex-start" gap="sm">
      <Text size="sm">{t('letter.none')}</Text>
      {readOnly ? null : (
        <Button size="xs" leftSection={<IconFileText size={16} aria-hidden />} onClick={propose}>
          {t('letter.propose')}
        </Button>
      )}
    </Stack>
  );
}

const FIELDS: FieldOverrides = {
  ...LETTER_FIELDS,
  codeNumber: { hidden: true },
  codeNotation: { widget: CodeField, half: true },
  system: { half: true },
  issuedDate: { widget: PartialDateField, half: true },
  parentBody: { half: true },
  draftingUnit: { half: true },
  addressees: { widget: AddresseesField },
};

/** In the order of the sheet, from its head to its foot. */
const ORDERED = Directive.pick({
  codeNumber: true,
  codeNotation: true,
  system: true,
  documentType: true,
  urgency: true,
  confidentiality: true,
  issuingBody: true,
  parentBody: true,
  draftingUnit: true,
  place: true,
  issuedDate: true,
  subject: true,
  legalBasis: true,
  addressees: true,
  paragraphs: true,
  recipients: true,
  electronicOnly: true,
  signature: true,
});
const PATH = ['directive'];

function Letter({ directive }: { readonly directive: Directive }) {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  const [active, setActive] = useState<string | null>(null);
  const follow = (event: FocusEvent<HTMLElement>) => {
    const field = event.target.closest<HTMLElement>('[data-place]');
    setActive(partOfName(field?.dataset['place'] ?? ''));
  };
  const change = (next: Directive) => {
    const merge = mergeOf('letter', directive, next);
    drawing.getState().run(editLetter((letter) => writeChanges(letter, directive, next), merge));
  };
  return (
    <div className={classes['editor']}>
      <LetterPane active={active} onPick={(path) => view.getState().goTo(['directive', ...path])} />
      <div className={classes['form']} onFocusCapture={follow}>
        <SchemaForm
          schema={ORDERED}
          value={directive}
          labels="letter.form"
          path={PATH}
          fields={FIELDS}
          onChange={change}
        />
        {readOnly ? null : (
          <Button
            mt="lg"
            size="compact-xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => drawing.getState().run(setLetter(null))}
          >
            {t('letter.takeBack')}
          </Button>
        )}
      </div>
    </div>
  );
}
