import {
  Alert,
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '#model';
import type { IssuedKey, KeyBody } from '#api/routes/keys/shapes';
import { post } from '../api/client.ts';
import type { Me } from '../api/session.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useAct } from './api.ts';
import { Dialog } from '../ui/dialog.tsx';
import classes from './people.module.css';
import type { Choice } from '../ui/search-select.tsx';
import { UnitSelect } from './unit-select.tsx';
import { scopeWord } from './words.ts';

interface KeyIssuedProps {
  readonly me: Me;
  readonly close: () => void;
}

/** Name, unit and rights, none wider than the issuer's own; then the secret, once. */
export function KeyIssued({ me, close }: KeyIssuedProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<Choice | null>(
    me.unit === null ? null : { value: me.unit.id, label: me.unit.name },
  );
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const issue = useAct(
    (body: KeyBody) => post<IssuedKey, KeyBody>('/api/keys', body),
    () => {},
  );
  const secret = issue.data?.secret ?? null;
  if (secret !== null) return <Secret secret={secret} close={close} />;
  return (
    <Dialog
      title={t('people.keys.issue')}
      close={close}
      submit={t('people.keys.issue')}
      ready={name.trim() !== '' && unit !== null && scopes.length > 0}
      act={issue}
      onSubmit={() => issue.mutate({ name, unitId: unit?.value ?? null, scopes })}
    >
      <TextInput
        data-autofocus
        required
        label={t('people.keys.name')}
        placeholder={t('people.keys.nameExample')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <UnitSelect label={t('people.keys.unit')} value={unit} onChange={setUnit} />
      <Checkbox.Group
        required
        label={t('people.keys.scopes')}
        description={t('people.keys.scopesHint')}
        value={scopes}
        onChange={setScopes}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {me.scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scopeWord(scope, t)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </Dialog>
  );
}

function Secret({ secret, close }: { readonly secret: string; readonly close: () => void }) {
  useFocusBack();
  const { t } = useTranslation();
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      // a click beside it must not lose what is never shown again
      closeOnClickOutside={false}
      title={t('people.keys.secret')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Alert color="orange">{t('people.keys.secretOnce')}</Alert>
        <Text className={classes['secret'] ?? ''} data-secret>
          {secret}
        </Text>
        <Group>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button data-autofocus onClick={copy}>
                {t(copied ? 'people.keys.copied' : 'people.keys.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={close}>
            {t('people.keys.kept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
