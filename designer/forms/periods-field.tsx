import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import { NamedPeriod } from '#model';
import { useEditor } from '../drawing/editor.tsx';
import type { FieldOverrides, FieldProps } from '../form/field-props.ts';
import { ListField } from '../form/fields/list-field.tsx';
import { VariantsField } from '../form/fields/variants-field.tsx';
import { asError, Frame, Lines } from '../form/frame.tsx';
import { isEntry } from '../form/record.ts';
import { DraftInput } from '../form/draft-input.tsx';
import { type Read, useDraft } from '../form/use-draft.ts';
import { useField } from '../form/use-field.tsx';
import { DueDates } from './due-dates.tsx';
import classes from './forms.module.css';
import { readMonth, writeMonth } from './month.ts';

/** When the report is due: once, in named periods, or by a rule; with the dates that follow from it. */
export function PeriodsField(props: FieldProps) {
  const { t } = useTranslation();
  const { findings } = useEditor();
  const today = () => findings.getState().trial.startOn;
  const fields: FieldOverrides = {
    list: { title: (entry) => t('forms.periodTitle', periodWords(entry)), fields: PERIOD },
    recurrence: { fields: { weekday: { widget: WeekdayField }, day: { half: true }, time: { half: true } } },
    from: { half: true },
    until: { half: true },
    overrides: {
      widget: OverridesField,
      fresh: () => ({ month: today().slice(0, 7), date: today() }),
      title: (entry) => t('forms.overrideTitle', overrideWords(entry)),
      fields: { month: { widget: MonthField }, date: { half: true } },
    },
  };
  return (
    <div className={classes['whole']}>
      <VariantsField {...props} own={{ ...props.own, fields }} />
      <DueDates periods={props.value} />
    </div>
  );
}

const PERIOD: FieldOverrides = { label: { rows: 1 }, due: { fields: { date: {}, time: {} } } };

function periodWords(entry: unknown) {
  const parsed = NamedPeriod.safeParse(entry);
  if (!parsed.success) return { label: '', bound: '', date: '' };
  const { label, due } = parsed.data;
  return { label, bound: due.bound, date: formatDate(due.date) };
}

function overrideWords(entry: unknown): { readonly month: string; readonly date: string } {
  if (!isEntry(entry)) return { month: '', date: '' };
  return { month: writeMonth(String(entry['month'])), date: formatDate(String(entry['date'])) };
}

/** Only months and quarters have a day that another can stand for; what is there already stays to be seen. */
function OverridesField({ own: { widget: _itself, ...own }, ...props }: FieldProps) {
  const recurrence = props.siblings['recurrence'];
  const byMonth = isEntry(recurrence) && ['monthly', 'quarterly'].includes(String(recurrence['frequency']));
  const some = Array.isArray(props.value) && props.value.length > 0;
  return byMonth || some ? <ListField {...props} own={own} /> : null;
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

function WeekdayField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const { readOnly, errors, warnings } = useField(path, null);
  return (
    <Frame path={path} half={own.half ?? true}>
      <Select
        label={label}
        size="xs"
        readOnly={readOnly}
        allowDeselect={false}
        value={String(value)}
        data={WEEKDAYS.map((each) => ({ value: each, label: t(`forms.weekday.${each}`) }))}
        error={asError(errors)}
        onChange={(next) => {
          if (next !== null) onChange(Number(next));
        }}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}

function MonthField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const draft = useDraft<unknown>({
    value,
    shown: typeof value === 'string' ? writeMonth(value) : '',
    read: (text): Read<unknown> => {
      const month = readMonth(text);
      return month === null ? { ok: false, wrong: { key: 'date' } } : { ok: true, value: month };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, null);
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        placeholder="MM/yyyy"
        readOnly={readOnly}
        error={asError(draft.wrong === null ? errors : [t('forms.monthWrong')])}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
