import { useTranslation } from 'react-i18next';
import { LegalBasis } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import classes from './letter-editor.module.css';
import { PartialDateField } from './partial-date-field.tsx';

/** The chain of documents that this letter stands on, drawn as one: the first above, this letter at its end. */
export function BasisField(props: FieldProps) {
  const { t } = useTranslation();
  const some = Array.isArray(props.value) && props.value.length > 0;
  const title = (entry: unknown): string => {
    const parsed = LegalBasis.safeParse(entry);
    if (!parsed.success) return '';
    const { documentCode, type, body, relation } = parsed.data;
    const code = [type, documentCode].filter((each) => each !== null).join(' ');
    const named = [code, body].filter((each) => each !== '').join(', ');
    return t('letter.basisTitle', {
      relation: t(`letter.form_legalBasis.relation_${relation}`),
      named: named === '' ? t('letter.form.legalBasis') : named,
    });
  };
  return (
    <div className={`${classes['whole']} ${some ? classes['chain'] : ''}`}>
      <ListField
        {...props}
        own={{
          ...props.own,
          title,
          fresh: () => ({
            documentCode: null,
            type: 'Công văn',
            title: '',
            issuedDate: null,
            body: '',
            system: 'state',
            relation: 'implements',
          }),
          fields: {
            documentCode: { half: true },
            type: { half: true },
            title: { rows: 2 },
            issuedDate: { widget: PartialDateField },
            body: { half: true },
            system: { half: true },
            relation: { half: true },
          },
        }}
      />
      {some ? <div className={classes['chainEnd']}>{t('letter.thisLetter')}</div> : null}
    </div>
  );
}
