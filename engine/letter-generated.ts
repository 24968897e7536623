import type { Bound, CivilDate, Directive, Office, TimeOfDay } from '#model';

/** What one group below is told. */
export interface PassOnGroup {
  /** Node of the drawing; null where the group is none. */
  readonly node: string | null;
  /** As the drawing calls it. */
  readonly name: string;
  /** How it stands under Kính gửi. */
  readonly addressees: string;
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
  /** Its own, earlier date; null where nothing is due or no date is set. */
  readonly due: PassOnDue | null;
}

export interface PassOnDue {
  /** The last day (`by`) or the first day that is too late (`before`), as written. */
  readonly date: CivilDate;
  /** Null: a whole day. */
  readonly time: TimeOfDay | null;
  readonly bound: Bound;
}

export interface PassOnInput {
  readonly received: Directive;
  /** Who sent it, as its name is written in a text; null: as at the head of the letter. */
  readonly receivedFrom: string | null;
  readonly office: Office;
  readonly unitName: string;
  readonly groups: readonly PassOnGroup[];
  /** The report owed by the groups, and the body it is sent to. */
  readonly report: { readonly title: string; readonly to: string } | null;
  /** Tasks of this unit's own, for all groups. */
  readonly addedTasks: readonly string[];
  /** On the campaign's clock. */
  readonly today: CivilDate;
}

/** Where a field of a generated letter comes from; the page has a sentence for each code. */
export interface FieldSource {
  readonly code:
    | 'received'
    | 'receivedBasis'
    | 'office'
    | 'unit'
    | 'group'
    | 'tasks'
    | 'deadline'
    | 'report'
    | 'added'
    | 'missing'
    | 'clock'
    | 'registers'
    | 'rule';
  readonly params: Readonly<Record<string, string>>;
}

export interface GeneratedLetter {
  readonly document: Directive;
  /** By place in the document, joined with dots: `subject`, `legalBasis.1`, `paragraphs.3`. */
  readonly sources: Readonly<Record<string, FieldSource>>;
}
