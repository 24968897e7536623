import { createContext, use } from 'react';
import type { ReportForm, Values } from '#model';
import type { Keeper } from '../draft/keeper.ts';

/** What every field of one report needs. */
export interface FormScene {
  readonly keeper: Keeper;
  readonly form: ReportForm;
  readonly targets: Readonly<Record<string, string>>;
  /** What the unit reported before: the period before, or the version that came back. */
  readonly before: { readonly label: string; readonly values: Values } | null;
}

export const FormContext = createContext<FormScene | null>(null);

export function useForm(): FormScene {
  const scene = use(FormContext);
  if (scene === null) throw new Error('a field outside of its form');
  return scene;
}

/** Where the page jumps to for what is missing. */
export const anchorOf = (field: string): string => `field-${field.replaceAll('.', '-')}`;
