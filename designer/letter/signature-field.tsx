import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Signature } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import formClasses from '../form/form.module.css';
import { MaybeField } from '../form/fields/maybe-field.tsx';
import { Inner } from '../form/inner.tsx';
import { useView } from '../drawing/editor.tsx';
import classes from './letter-editor.module.css';
import { maySign, withLine, withoutLine, withSign, withTitle } from './signing.ts';

/** One line of the block, as the schema of the list has it. */
const Title = z.string().max(120);
const Sign = Signature.shape.authority.unwrap().element;
const USUAL = ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'TRƯỞNG PHÒNG'];

/** Who signs, by what authority: signs and titles line by line, from the outside in. */
export function SignatureField(props: FieldProps) {
  return (
    <MaybeField {...props} own={{ ...props.own, fresh: () => ({ authority: [], titles: [''], name: null }) }}>
      <Lines {...props} />
    </MaybeField>
  );
}

function Lines({ value, onChange, path }: FieldProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const parsed = Signature.safeParse(value);
  if (!parsed.success) return null;
  const signature = parsed.data;
  return (
    <>
      {signature.titles.map((title, line) => (
        // lines have no name of their own: their order is what they are
        <div key={line} className={classes['signLine']}>
          <Select
            size="xs"
            aria-label={t('letter.signOf', { line: line + 1 })}
            className={classes['sign'] ?? ''}
            data={Sign.options.map((each) => ({ value: each, label: `${each}.` }))}
            value={signature.authority[line] ?? null}
            placeholder="–"
            clearable={!readOnly}
            clearButtonProps={{ 'aria-label': t('letter.noSign') }}
            readOnly={readOnly}
            disabled={!maySign(signature, line)}
            onChange={(next) => {
              const sign = Sign.safeParse(next);
              onChange(withSign(signature, line, sign.success ? sign.data : null));
            }}
          />
          <div className={classes['title']}>
            <Inner
              schema={Title}
              value={title}
              path={[...path, 'titles', line]}
              label={t('letter.titleOf', { line: line + 1 })}
              words="letter.form_signature.titles"
              own={{ options: USUAL.map((each) => ({ value: each, label: each })), free: true }}
              siblings={{}}
              onChange={(next) => onChange(withTitle(signature, line, String(next)))}
            />
          </div>
          {readOnly ? null : (
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('form.removeOne', { label: title })}
              onClick={() => onChange(withoutLine(signature, line))}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {readOnly || signature.titles.length >= 4 ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(withLine(signature, ''))}
        >
          {t('letter.addLine')}
        </Button>
      )}
      <div className={formClasses['inside']}>
        <Inner
          schema={Signature.shape.name}
          value={signature.name}
          path={[...path, 'name']}
          label={t('letter.form_signature.name')}
          words="letter.form_signature.name"
          own={{}}
          siblings={signature}
          onChange={(next) => onChange({ ...signature, name: typeof next === 'string' ? next : null })}
        />
      </div>
    </>
  );
}
