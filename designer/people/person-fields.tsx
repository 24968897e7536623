import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface PersonTyped {
  readonly name: string;
  readonly email: string;
}

interface PersonFieldsProps {
  readonly typed: PersonTyped;
  readonly onChange: (typed: PersonTyped) => void;
}

/** What is asked of every person: a name, and an address if there is one. */
export function PersonFields({ typed, onChange }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        data-autofocus
        required
        label={t('people.name')}
        maxLength={120}
        value={typed.name}
        onChange={(event) => onChange({ ...typed, name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t('people.email')}
        description={t('people.emailHint')}
        maxLength={200}
        value={typed.email}
        onChange={(event) => onChange({ ...typed, email: event.currentTarget.value })}
      />
    </>
  );
}

/** As the API takes it: no address is none, not an empty one. */
export const personBody = ({ name, email }: PersonTyped) => ({
  name,
  email: email.trim() === '' ? null : email.trim(),
});
