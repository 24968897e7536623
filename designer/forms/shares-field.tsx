import { ActionIcon, Button, Input } from '@mantine/core';
import { IconTrash, IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatVi } from '#engine';
import { Target, UnitId } from '#model';
import { useDrawing, useFindings, useView } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { Frame, Lines } from '../form/frame.tsx';
import { useField } from '../form/use-field.tsx';
import { useKnownNames } from '../form/use-units.ts';
import { UnitSearch } from '../form/widgets/unit-search.tsx';
import { UnitName } from '../ui/unit-name.tsx';
import { FigureField } from './figure-field.tsx';
import classes from './forms.module.css';
import { sumOf } from './targets.ts';

const [, Given] = Target.shape.split.options;
const { shares: Shares } = Given.shape;
const { value: Value } = Shares.element.shape;
const NOBODY: readonly never[] = [];

/** Who brings how much of a target, with the sum beside the total. */
export function SharesField({ value, onChange, path, label }: FieldProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const { errors, warnings } = useField(path, null, false);
  const target = useDrawing(({ present }) => {
    const at = path[2];
    return typeof at === 'number' ? present.definition.targets[at] : undefined;
  });
  const members = useFindings((state) => state.groups.get(target?.node ?? '')?.units ?? NOBODY);
  const parsed = Shares.safeParse(value);
  const shares = parsed.success ? parsed.data : [];
  const known = useKnownNames(shares.map(({ unit }) => unit));
  const names = new Map([...members.map(({ id, name }): [string, string] => [id, name]), ...known]);
  const add = (ids: readonly string[]) => {
    const taken = new Set<string>([...shares.map(({ unit }) => unit), ...(target?.exempt ?? [])]);
    const made = ids.flatMap((id) => {
      const unit = UnitId.safeParse(id);
      return unit.success && !taken.has(id) ? [{ unit: unit.data, value: '0' }] : [];
    });
    if (made.length > 0) onChange([...shares, ...made]);
  };
  const sum = sumOf(target?.total ?? '0', shares);
  const nameOf = (id: string): string => names.get(id) ?? id;
  return (
    <Frame path={path}>
      <Input.Wrapper size="xs" label={label} labelElement="div">
        {shares.map(({ unit, value: share }, index) => (
          // a unit named twice is a problem that the rule book names
          <div key={`${unit}-${index}`} className={classes['share']}>
            <UnitName id={unit} names={names} />
            <FigureField
              schema={Value}
              value={share}
              path={[...path, index, 'value']}
              label={t('forms.shareOf', { unit: nameOf(unit) })}
              words=""
              own={{}}
              siblings={{}}
              onChange={(next) =>
                onChange(shares.map((each, at) => (at === index ? { ...each, value: String(next) } : each)))
              }
            />
            {readOnly ? null : (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('form.removeOne', { label: nameOf(unit) })}
                onClick={() => onChange(shares.filter((_, at) => at !== index))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
      </Input.Wrapper>
      <div className={classes['sum']} data-state={sum.state} role="status">
        {t('forms.sum', {
          state: sum.state,
          sum: formatVi(sum.sum),
          total: formatVi(target?.total ?? '0'),
          difference: formatVi(sum.difference),
        })}
      </div>
      {readOnly ? null : (
        <>
          {members.some(({ id }) => !shares.some(({ unit }) => unit === id)) ? (
            <Button
              size="compact-xs"
              variant="light"
              my={4}
              leftSection={<IconUsersPlus size={14} aria-hidden />}
              onClick={() => add(members.map(({ id }) => id))}
            >
              {t('forms.addMembers', { count: members.length })}
            </Button>
          ) : null}
          <UnitSearch
            label={t('forms.addShare')}
            chosen={shares.map(({ unit }) => unit)}
            parameters={NOBODY}
            onPick={(picked) => {
              if (typeof picked === 'string') add([picked]);
            }}
          />
        </>
      )}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
