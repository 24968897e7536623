import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { type Person, useAct } from './api.ts';
import { Confirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';

/** Name and address; disabling, which ends sessions, delegations and open work at once. */
export function PersonChanged({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const change = useAct((body: object) => put<Person>(`/api/people/${person.id}`, body), close);
  const save = (disabled: boolean) =>
    change.mutate({
      name,
      email: email.trim() === '' ? null : email.trim(),
      disabled,
      expectedRevision: person.revision,
    });
  const isDisabled = person.disabledAt !== null;
  return (
    <Dialog
      title={t('people.changeOf', { name: person.name })}
      close={close}
      submit={t('people.save')}
      ready={name.trim() !== ''}
      act={change}
      onSubmit={() => save(isDisabled)}
    >
      <TextInput
        data-autofocus
        required
        label={t('people.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('people.email')}
        description={t('people.emailHint')}
        maxLength={200}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('people.account', { subject: person.subject })}
      </Text>
      {me?.id === `person:${person.id}` ? null : (
        <Group>
          {isDisabled ? (
            <Button variant="light" loading={change.isPending} onClick={() => save(false)}>
              {t('people.enable')}
            </Button>
          ) : (
            <Confirm
              label={t('people.disable')}
              warning={t('people.disableWarning', { name: person.name })}
              loading={change.isPending}
              onConfirm={() => save(true)}
            />
          )}
        </Group>
      )}
    </Dialog>
  );
}
