import type { Drawing } from '../drawing/drawing.ts';
import type { Place } from '../drawing/view-store.ts';
import { valueAt } from './fixes/at-path.ts';

/** One part of a place in words: a name out of the drawing, or a word of the locale (`problems.place.<key>`). */
export type Crumb = { readonly text: string } | { readonly key: PlaceWord };

/** Fields and lists that an official would name; all others are told by what they stand in. */
const PLACE_WORDS = [
  'actorTasks',
  'addressees',
  'attachments',
  'calendar',
  'codeNotation',
  'conditions',
  'due',
  'escalation',
  'events',
  'indicators',
  'information',
  'issuedDate',
  'legalBasis',
  'members',
  'minimumWorkingDays',
  'obligations',
  'parameters',
  'parent',
  'periods',
  'recipients',
  'reminders',
  'reports',
  'sections',
  'select',
  'sharedTasks',
  'signature',
  'subgroups',
  'targets',
  'tasks',
  'via',
  'window',
] as const;
type PlaceWord = (typeof PLACE_WORDS)[number] | 'directive';

const WORDS: ReadonlySet<string> = new Set(PLACE_WORDS);
const isWord = (part: string | number): part is PlaceWord => WORDS.has(String(part));
const LONGEST = 48;

/** "UBND các xã › Nghĩa vụ báo cáo › Hạn": at most three parts, the level or form first. */
export function placeWords(path: Place, drawing: Drawing): readonly Crumb[] {
  const crumbs: Crumb[] = path[0] === 'directive' ? [{ key: 'directive' }] : [];
  path.forEach((part, at) => {
    if (typeof part === 'number') {
      const name = nameOf(valueAt(drawing, path.slice(0, at + 1)));
      // a level or a form is known by its name alone, an entry by its list
      if (name !== null && (at === 2 || at === path.length - 1)) {
        if (at === 2 && (path[1] === 'nodes' || path[1] === 'reports')) crumbs.splice(0, crumbs.length);
        crumbs.push({ text: name });
      }
    } else if (at > 0 && isWord(part)) crumbs.push({ key: part });
  });
  return crumbs.length <= 3 ? crumbs : [...crumbs.slice(0, 1), ...crumbs.slice(-2)];
}

function nameOf(entry: unknown): string | null {
  for (const key of ['name', 'title', 'label', 'text', 'id', 'key']) {
    const value = valueAt(entry, [key]);
    if (typeof value === 'string' && value !== '') {
      return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
    }
  }
  return null;
}
