import { useTranslation } from 'react-i18next';
import { formatVi, parseNumber } from '#engine';
import { sentenceFor } from '#model/sentences/index';
import { useDrawing } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { asError, Frame, Lines } from '../form/frame.tsx';
import { DraftInput } from '../form/draft-input.tsx';
import { type Read, useDraft } from '../form/use-draft.ts';
import { useField } from '../form/use-field.tsx';
import { indicatorOf } from './targets.ts';

const MOST_DECIMALS = 6;

/** A figure of a target, typed `1.250,5` and kept exactly; decimals as its indicator has them. */
export function FigureField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { i18n } = useTranslation();
  const decimals = useDrawing(({ present: { definition } }) => {
    const [, area, at] = path;
    const target = area === 'targets' && typeof at === 'number' ? definition.targets[at] : undefined;
    return target === undefined
      ? MOST_DECIMALS
      : (indicatorOf(definition, target)?.decimals ?? MOST_DECIMALS);
  });
  const parse = (text: string) => parseNumber(text, { decimals, path });
  const draft = useDraft<unknown>({
    value,
    shown: typeof value === 'string' ? formatVi(value) : '',
    read: (text): Read<unknown> => {
      const read = parse(text);
      // a target is never negative, whatever its decimals
      return read.ok && schema.safeParse(read.value).success
        ? { ok: true, value: read.value }
        : { ok: false, wrong: { key: 'number' } };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);
  const read = draft.wrong === null ? null : parse(draft.text);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const said = read === null || read.ok ? errors : read.problems.map((each) => sentenceFor(each, language));
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        inputMode="decimal"
        readOnly={readOnly}
        error={asError(said)}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
