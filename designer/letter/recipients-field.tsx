import { useTranslation } from 'react-i18next';
import { Recipient } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { SwitchField } from '../form/fields/switch-field.tsx';
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
        fields: {
          name: { half: true, rows: 1 },
          purpose: { half: true },
          unit: { widget: BoundUnit },
          sameAsAddressees: { widget: SameField },
        },
      }}
    />
  );
}

/** "Như trên" are the addressees, and an archive is a place: no unit of their own. */
function BoundUnit(props: FieldProps) {
  const { sameAsAddressees, purpose } = asked(props);
  const none = sameAsAddressees === true || purpose === 'archive';
  return none && props.value === null ? null : <UnitField {...props} />;
}

/** Only who acts can be the addressees. */
function SameField(props: FieldProps) {
  const { purpose } = asked(props);
  return purpose === 'forAction' || props.value === true ? <SwitchField {...props} /> : null;
}

const asked = ({ siblings }: FieldProps) => ({
  purpose: siblings['purpose'],
  sameAsAddressees: siblings['sameAsAddressees'],
});
