import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Members } from '#model';
import { useDrawing } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import { asError, Frame, Lines } from '../frame.tsx';
import { referencesAt } from '../references.ts';
import { useField } from '../use-field.tsx';

const OF = 'of:';
const NO_CALENDARS: readonly never[] = [];

/** Which members of a group: all, one sub-group, or those in none. Nothing to choose without sub-groups. */
export function MembersField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const { readOnly, errors, warnings } = useField(path, null);
  const definition = useDrawing((state) => state.present.definition);
  const subgroups = referencesAt([...path, 'subgroup'], { definition, calendars: NO_CALENDARS }) ?? [];
  const parsed = Members.safeParse(value);
  const members = parsed.success ? parsed.data : null;
  const chosen = members?.kind === 'subgroup' ? `${OF}${members.subgroup}` : (members?.kind ?? null);
  if (subgroups.length === 0 && chosen === 'all' && errors.length === 0) return null;
  const lost = members?.kind === 'subgroup' && !subgroups.some((each) => each.value === members.subgroup);
  const choose = (next: string | null) => {
    const made = next?.startsWith(OF)
      ? { kind: 'subgroup', subgroup: next.slice(OF.length) }
      : { kind: next };
    const read = Members.safeParse(made);
    if (read.success) onChange(read.data);
  };
  return (
    <Frame path={path} half={own.half}>
      <Select
        label={label}
        size="xs"
        readOnly={readOnly}
        allowDeselect={false}
        value={chosen}
        error={asError(errors)}
        data={[
          { value: 'all', label: t('form.members.all') },
          ...subgroups.map((each) => ({ value: `${OF}${each.value}`, label: each.label })),
          ...(lost ? [{ value: `${OF}${members.subgroup}`, label: members.subgroup }] : []),
          { value: 'rest', label: t('form.members.rest') },
        ]}
        onChange={choose}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
