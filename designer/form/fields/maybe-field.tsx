import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import { fresh } from '../fresh.ts';
import classes from '../form.module.css';
import { Frame, Lines } from '../frame.tsx';
import { bare } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { useSeed } from '../use-seed.ts';
import { type Wrong, wrongOf } from '../wrong.ts';

/** A group of fields under its name; what may be absent is added and taken away as a whole. */
export function MaybeField({ children, ...props }: FieldProps & { readonly children: ReactNode }) {
  const { value, path, label, own } = props;
  if (value === null || value === undefined) return <Absent {...props} />;
  return (
    <Frame path={path} half={own.half}>
      <Present {...props}>{children}</Present>
    </Frame>
  );
}

function Absent({ schema, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const seed = useSeed();
  const { view } = useEditor();
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { readOnly, errors, warnings } = useField(path, wrong);
  const add = () => {
    const parsed = schema.safeParse(own.fresh?.([]) ?? fresh(bare(schema).schema, seed(path, label)));
    setWrong(parsed.success ? null : wrongOf(parsed.error));
    if (!parsed.success) return;
    onChange(parsed.data);
    view.getState().goTo(path);
  };
  if (readOnly) return null;
  return (
    <Frame path={path} half={own.half}>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        {t('form.addOne', { label })}
      </Button>
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}

function Present({ schema, onChange, path, label, children }: FieldProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { nullable, optional } = bare(schema);
  const { readOnly, errors, warnings } = useField(path, null, false);
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['legend']}>
        {label}
        {(nullable || optional) && !readOnly ? (
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={t('form.removeOne', { label })}
            onClick={() => onChange(nullable ? null : undefined)}
          >
            <IconX size={12} aria-hidden />
          </ActionIcon>
        ) : null}
      </legend>
      {children}
      <Lines errors={errors} warnings={warnings} />
    </fieldset>
  );
}
