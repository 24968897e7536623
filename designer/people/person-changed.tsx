import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonChange } from '#api/routes/people/shapes';
import { put } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { type Person, useAct } from './api.ts';
import { Confirm } from './confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { personBody, PersonFields, type PersonTyped } from './person-fields.tsx';

/** Name and address; disabling, which ends sessions, delegations and open work at once. */
export function PersonChanged({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const [typed, type] = useState<PersonTyped>({ name: person.name, email: person.email ?? '' });
  const change = useAct(
    (body: PersonChange) => put<Person, PersonChange>(`/api/people/${person.id}`, body),
    close,
  );
  const save = (disabled: boolean) =>
    change.mutate({
      ...personBody(typed),
      disabled,
      expectedRevision: person.revision,
    });
  const isDisabled = person.disabledAt !== null;
  return (
    <Dialog
      title={t('people.changeOf', { name: person.name })}
      close={close}
      submit={t('people.save')}
      ready={typed.name.trim() !== ''}
      act={change}
      onSubmit={() => save(isDisabled)}
    >
      <PersonFields typed={typed} onChange={type} />
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
