import { type ComponentType, createContext } from 'react';
import type { z } from 'zod';
import type { Place } from '../drawing/view-store.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a form says about one field beyond its schema. */
export interface FieldOverride {
  readonly hidden?: boolean;
  /** Translated already; else `<labels>.<field>`. */
  readonly label?: string;
  /** A heading above says it already; the label stays for screen readers. Lists only. */
  readonly unlabelled?: boolean;
  /** In place of the field that the schema would get. */
  readonly widget?: ComponentType<FieldProps>;
  /** What a text or a list of texts is chosen from. */
  readonly options?: readonly Option[];
  /** With `options`: something else may be typed. */
  readonly free?: boolean;
  /** Key prefix of the labels inside; else `<labels>_<field>`, or the group that the schema always has. */
  readonly labels?: string;
  /** The fields inside: of the object, of every variant, of each entry of the list. */
  readonly fields?: FieldOverrides;
  /** In place of the field that each entry of the list would get. */
  readonly entry?: ComponentType<FieldProps>;
  /** The card of a list names it already: no frame and no label of its own. */
  readonly plain?: boolean;
  /** A new entry of the list, or the first value of what may be absent. */
  readonly fresh?: (beside: readonly unknown[]) => unknown;
  /** Heading of an entry of the list. */
  readonly title?: (entry: unknown, index: number) => string;
  /** Lines that a text begins with; it grows. With one, Enter ends it; with more, Enter is a new line. */
  readonly rows?: number;
  /** What an empty field stands for. */
  readonly placeholder?: string;
  /** Half of the width, where a whole line is not needed. */
  readonly half?: boolean;
}
export type FieldOverrides = Readonly<Record<string, FieldOverride>>;

export interface FieldProps {
  /** As declared, with its wrappers. */
  readonly schema: z.ZodType;
  readonly value: unknown;
  /** Called only with what the schema accepts. */
  readonly onChange: (next: unknown) => void;
  /** From the drawing: `['definition', 'nodes', 3, 'name']`. */
  readonly path: Place;
  readonly label: string;
  /** Key of the label: wording of options is `<words>_<option>`. */
  readonly words: string;
  readonly own: FieldOverride;
  /** The object that the field belongs to. */
  readonly siblings: Readonly<Record<string, unknown>>;
}

/** The component that picks the right field for a schema; through a context, since fields contain fields. */
export const FieldContext = createContext<ComponentType<FieldProps> | null>(null);
