import { ObligationRule } from '#model';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../form/field-props.ts';
import { Fields } from '../form/fields/object-field.tsx';
import { isEntry } from '../form/record.ts';
import { pick } from '../form/schema.ts';
import { Fold } from '../form/fold.tsx';
import { RecipientsField } from './recipients-field.tsx';

const MAIN = pick(ObligationRule, ['report', 'members', 'due', 'via', 'reminders']);
const SELDOM_NAMES = ['escalation', 'acceptance', 'minimumWorkingDays', 'onlyIf', 'recipients', 'calendar'];
const SELDOM = pick(ObligationRule, SELDOM_NAMES);

/** What is owed: first what every obligation has, then what few have. */
export function ObligationEntry({ value, onChange, path, own }: FieldProps) {
  const { t } = useTranslation();
  const rule = isEntry(value) ? value : {};
  const common = { value: rule, onChange, path, labels: 'form.obligation' };
  const fields = {
    ...own.fields,
    recipients: { widget: RecipientsField },
    acceptance: { half: true },
  };
  return (
    <>
      <Fields {...common} schema={MAIN} fields={fields} />
      <Fold title={t('inspector.seldom')} holds={SELDOM_NAMES.map((name) => [...path, name])}>
        <Fields {...common} schema={SELDOM} fields={fields} />
      </Fold>
    </>
  );
}
