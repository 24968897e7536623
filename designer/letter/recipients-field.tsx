import { useTranslation } from 'react-i18next';
import { Recipient } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { UnitField } from '../form/widgets/unit-fields.tsx';

/** Nơi nhận: who gets the letter, and for what. */
export function RecipientsField(props: FieldProps) {
  const { t } = useTranslation();
  const known = (Array.isArray(props.value) ? props.value : []).flatMap((each) => {
    const parsed = Recipient.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const title = (entry: unknown): string => {
    const parsed = Recipient.safeParse(entry);
    if (!parsed.success) return '';
    const purpose = t(`letter.form_recipients.purpose_${parsed.data.purpose}`);
    return t('letter.recipientTitle', { name: parsed.data.name, purpose });
  };
  // what no letter lacks is offered first
  const fresh = (): Recipient => {
    const same = !known.some(({ sameAsAddressees }) => sameAsAddressees);
    if (same) return { name: 'Như trên', purpose: 'forAction', unit: null, sameAsAddressees: true };
    const kept = known.some(({ purpose }) => purpose === 'archive');
    const name = kept ? t('letter.form.recipients_new') : 'VT';
    return { name, purpose: kept ? 'forInformation' : 'archive', unit: null, sameAsAddressees: false };
  };
  return (
    <ListField
      {...props}
      own={{
        ...props.own,
        title,
        fresh,
        fields: { name: { half: true, rows: 1 }, purpose: { half: true }, unit: { widget: BoundUnit } },
      }}
    />
  );
}

/** "Như trên" are the addressees: no unit of their own. */
function BoundUnit(props: FieldProps) {
  if (props.siblings['sameAsAddressees'] === true && props.value === null) return null;
  return <UnitField {...props} />;
}
