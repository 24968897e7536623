import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import { Failure } from '../ui/failure.tsx';
import { type Delegation, useAct } from './api.ts';
import { Confirm } from './confirm.tsx';
import classes from './people.module.css';
import { periodWords, postAndUnit, scopeWord } from './words.ts';

const COLOURS = { upcoming: 'indigo', current: 'pine', over: 'gray' } as const;

/** Who stands in for whom, in which post, when and why; ended here before its time. */
export function DelegationRow({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useTranslation();
  const { kind, from, to, scopes, state, reason, createdByName } = delegation;
  const end = useAct(
    () => post<Delegation>(`/api/delegations/${delegation.id}/end`, {}),
    () => {},
  );
  return (
    <>
      <div className={classes['text']}>
        <Text fw={600}>{t(`people.delegation.who_${kind}`, { from: from.name, to: to.name })}</Text>
        <Text size="sm">{postAndUnit(delegation.post, t)}</Text>
        {scopes === null ? null : (
          <Text size="sm">
            {scopes
              .filter((scope) => scope !== 'read')
              .map((scope) => scopeWord(scope, t))
              .join(' · ')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {reason}
          {createdByName === null || createdByName === from.name
            ? ''
            : ` (${t('people.delegation.madeBy', { name: createdByName })})`}
        </Text>
      </div>
      <Group gap="xs" align="center">
        <Text size="sm">{periodWords(delegation, t)}</Text>
        <Badge variant="light" color={COLOURS[state]}>
          {t(`people.delegation.state_${state}`)}
        </Badge>
        {delegation.mayEnd ? (
          <Confirm
            size="compact-sm"
            label={t('people.delegation.end')}
            warning={t('people.delegation.endWarning', { to: to.name, from: from.name })}
            loading={end.isPending}
            onConfirm={() => end.mutate(undefined)}
          />
        ) : null}
      </Group>
      {end.isError ? <Failure error={end.error} /> : null}
    </>
  );
}
