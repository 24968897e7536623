import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { asError, Frame, Lines } from '../form/frame.tsx';
import { samePlace } from '../form/paths.ts';
import { type Read, useDraft } from '../form/use-draft.ts';
import { useField } from '../form/use-field.tsx';
import { wrongOf } from '../form/wrong.ts';
import { paragraphsOf, startOfParagraph } from './body-text.ts';

/** The text of the letter as one piece: each line a paragraph, so that a whole letter can be pasted. */
export function BodyField({ schema, value, onChange, path, label }: FieldProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const paragraphs = Array.isArray(value) ? value.map(String) : [];
  const shown = paragraphs.join('\n');
  const draft = useDraft<string>({
    value: shown,
    shown,
    read: (text): Read<string> => {
      const parsed = schema.safeParse(paragraphsOf(text));
      return parsed.success
        ? { ok: true, value: paragraphsOf(text).join('\n') }
        : { ok: false, wrong: wrongOf(parsed.error) };
    },
    commit: (text) => onChange(paragraphsOf(text)),
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);

  const wish = useView((state) => state.place);
  const follow = useEffectEvent((wished: typeof wish) => {
    const at = wished?.path.at(-1);
    const box = area.current;
    if (box === null || typeof at !== 'number' || !samePlace(wished?.path.slice(0, -1) ?? [], path)) return;
    const start = startOfParagraph(box.value, at);
    box.setSelectionRange(start, start);
  });
  // only a new wish moves the caret
  useEffect(() => follow(wish), [wish]);

  return (
    <Frame path={path}>
      <Textarea
        ref={area}
        label={label}
        description={t('letter.bodyHint')}
        size="xs"
        autosize
        minRows={6}
        maxRows={18}
        value={draft.text}
        readOnly={readOnly}
        error={asError(errors)}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={draft.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) draft.enter();
          if (event.key === 'Escape' && draft.drop()) event.stopPropagation();
        }}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
