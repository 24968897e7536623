import { Button } from '@mantine/core';
import { IconArrowDownToArc } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Directive } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { useDrawing, useEditor, useFindings, useView } from '../drawing/editor.tsx';
import { editLetter } from '../drawing/commands/editing.ts';
import type { FieldProps } from '../form/field-props.ts';
import { ChoiceField } from '../form/fields/choice-field.tsx';
import { ListField } from '../form/fields/list-field.tsx';
import { Lines } from '../form/frame.tsx';
import { addresseesOf, firstGroups } from './propose.ts';
import classes from './letter-editor.module.css';

const { addressees: Addressees } = Directive.shape;

/** Kính gửi: each bound to a level of the drawing, since only those get tasks. */
export function AddresseesField(props: FieldProps) {
  const { t, i18n } = useTranslation();
  const { drawing } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  // the rule book names them at the level in the drawing: here is where they are added
  const missing = useFindings(
    useShallow((state) => state.problems.filter(({ code }) => code === 'directive.groupNotAddressed')),
  );
  const empty = Array.isArray(props.value) && props.value.length === 0;
  const fill = () => {
    const { definition } = drawing.getState().present;
    drawing.getState().run(
      editLetter((letter) => {
        letter.addressees = addresseesOf(definition, letter.addressees);
      }),
    );
  };
  const fresh = () => {
    const { definition, directive } = drawing.getState().present;
    const bound = new Set(directive?.addressees.map(({ node }) => node));
    const next = firstGroups(definition).find(({ id }) => !bound.has(id));
    return { text: next?.name ?? t('letter.form.addressees_new'), node: next?.id ?? null };
  };
  const title = (entry: unknown): string => {
    const parsed = Addressees.safeParse([entry]);
    const [one] = parsed.success ? parsed.data : [];
    if (one === undefined) return '';
    return one.node === null ? t('letter.unbound', { text: one.text }) : one.text;
  };
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <div className={classes['whole']}>
      <ListField
        {...props}
        own={{
          ...props.own,
          fresh,
          title,
          fields: { text: { rows: 1 }, node: { widget: NodeField } },
        }}
      />
      <Lines warnings={missing.map((each) => sentenceFor(each, language))} />
      {readOnly || (missing.length === 0 && !empty) ? null : (
        <Button
          size="compact-xs"
          variant="light"
          mt={4}
          leftSection={<IconArrowDownToArc size={14} aria-hidden />}
          onClick={fill}
        >
          {t('letter.fromDrawing')}
        </Button>
      )}
    </div>
  );
}

/** The level; the text follows it as long as it is the name of a level. */
function NodeField(props: FieldProps) {
  const { drawing } = useEditor();
  const names = useDrawing(
    useShallow((state) => state.present.definition.nodes.filter(({ parent }) => parent !== null)),
  );
  const index = props.path.at(-2);
  const choose = (next: unknown) => {
    const chosen = names.find(({ id }) => id === next);
    drawing.getState().run(
      editLetter((letter) => {
        const entry = typeof index === 'number' ? letter.addressees[index] : undefined;
        if (entry === undefined) return;
        const before = names.find(({ id }) => id === entry.node);
        const untouched = entry.node === null || before?.name === entry.text;
        if (chosen !== undefined && untouched) entry.text = chosen.name;
        entry.node = chosen?.id ?? null;
      }),
    );
  };
  const options = names.map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField {...props} own={{ ...props.own, options }} onChange={choose} />;
}
