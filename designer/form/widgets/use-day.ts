import { useTranslation } from 'react-i18next';
import { isCivilDate, weekday } from '#engine';
import type { CivilDate } from '#model';
import { useDrawing, useFindings } from '../../drawing/editor.tsx';
import { noteOf } from '../typed-date.ts';
import { parameterOf } from './parameter.ts';

/** `Chủ nhật, ngày nghỉ`: what people want to know about a day beside its number. */
export function useDayWords(): (date: CivilDate) => { readonly text: string; readonly off: boolean } {
  const { t } = useTranslation();
  const wanted = useDrawing((state) => state.present.definition.calendar.id);
  const calendar = useFindings((state) => state.calendars.find(({ id }) => id === wanted));
  return (date) => {
    const day = t(`form.weekday.${weekday(date)}`);
    if (calendar === undefined) return { text: day, off: false };
    const note = noteOf(date, calendar);
    const name = 'name' in note ? note.name : '';
    const off = note.kind === 'off' || note.kind === 'weekend';
    return { text: t(`form.day.${note.kind}`, { day, name }), off };
  };
}

/** The day that a date or a parameter stands for in the trial; null where nobody answered yet. */
export function useDayOf(value: unknown): CivilDate | null {
  const parameter = parameterOf(value);
  const known = useDrawing((state) =>
    state.present.definition.parameters.find(({ key }) => key === parameter),
  );
  const answer = useFindings((state) => (parameter === null ? undefined : state.trial.parameters[parameter]));
  const day = parameter === null ? value : (answer ?? known?.default);
  return typeof day === 'string' && isCivilDate(day) ? day : null;
}
