import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, ROLES } from '#model';
import { type Choice } from '../ui/search-select.tsx';
import { UnitSelect } from './unit-select.tsx';

export interface PostTyped {
  readonly unit: Choice | null;
  readonly title: string;
  readonly roles: readonly Role[];
}

export const EMPTY_POST: PostTyped = { unit: null, title: '', roles: [] };

interface PostFieldsProps {
  readonly typed: PostTyped;
  readonly onChange: (typed: PostTyped) => void;
  /** A post stays in its unit. */
  readonly fixedUnit?: boolean;
}

/** Unit, title and roles of a post. */
export function PostFields({ typed, onChange, fixedUnit = false }: PostFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {fixedUnit ? null : (
        <UnitSelect
          label={t('people.unit')}
          value={typed.unit}
          onChange={(unit) => onChange({ ...typed, unit })}
        />
      )}
      <TextInput
        label={t('people.post.title')}
        placeholder={t('people.post.titleExample')}
        maxLength={120}
        value={typed.title}
        onChange={(event) => onChange({ ...typed, title: event.currentTarget.value })}
      />
      <Checkbox.Group
        required
        label={t('people.post.roles')}
        value={[...typed.roles]}
        onChange={(roles) => onChange({ ...typed, roles })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`people.roles.${role}`)}
              description={t(`people.roleDoes.${role}`)}
            />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </>
  );
}
