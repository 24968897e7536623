import { Pill, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitOrParameter } from '#model';
import { useDrawing } from '../../drawing/editor.tsx';
import { UnitName } from '../../ui/unit-name.tsx';
import classes from '../form.module.css';
import { useKnownNames } from '../use-units.ts';

const AT_FIRST = 12;

interface UnitChipsProps {
  readonly units: readonly UnitOrParameter[];
  /** Absent: only read. */
  readonly onRemove?: ((index: number) => void) | undefined;
}

/** Chosen units by name, the first dozen until all are asked for. */
export function UnitChips({ units, onRemove }: UnitChipsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const parameters = useDrawing((state) => state.present.definition.parameters);
  const shown = all ? units : units.slice(0, AT_FIRST);
  const names = useKnownNames(shown.filter((each) => typeof each === 'string'));
  return (
    <div className={classes['chips']}>
      {shown.map((each, index) => {
        const key = typeof each === 'string' ? each : `{${each.parameter}}`;
        const asked =
          typeof each === 'string' ? null : parameters.find((one) => one.key === each.parameter)?.label;
        const name =
          typeof each === 'string' ? (
            <UnitName id={each} names={names} />
          ) : (
            t('form.asked', { label: asked ?? each.parameter })
          );
        return (
          <Pill
            // the same unit may be named twice: the rule book says so
            key={`${key}/${units.indexOf(each) === index ? 0 : index}`}
            size="sm"
            withRemoveButton={onRemove !== undefined}
            onRemove={() => onRemove?.(index)}
            removeButtonProps={{
              tabIndex: 0,
              'aria-hidden': false,
              'aria-label': t('form.removeOne', {
                label: typeof each === 'string' ? (names.get(each) ?? each) : (asked ?? each.parameter),
              }),
            }}
          >
            {name}
          </Pill>
        );
      })}
      {units.length <= AT_FIRST || all ? null : (
        <UnstyledButton className={classes['more'] ?? ''} onClick={() => setAll(true)}>
          <Text span size="xs">
            {t('form.moreUnits', { count: units.length - AT_FIRST })}
          </Text>
        </UnstyledButton>
      )}
    </div>
  );
}
