import { type RefObject, useEffect } from 'react';
import { useView } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import { fulfilled } from './fulfilled.ts';
import { nearest, placeName } from './paths.ts';

const SHOWN = ':not([type="hidden"]):not([aria-hidden]):not(:disabled)';
/** Where something is entered; a button only where there is nothing else, and never the heading of a card. */
const ENTRIES = ['input', 'textarea', 'select'].map((each) => `${each}${SHOWN}`).join();
const BUTTONS = `button${SHOWN}:not([aria-controls])`;

/** Brings the field of `view.place` into view and gives it the focus, where it stands inside this form. */
export function useGoTo(form: RefObject<HTMLElement | null>, path: Place): void {
  const wish = useView((state) => state.place);
  const start = placeName(path);
  useEffect(() => {
    const here = form.current;
    if (wish === null || here === null || fulfilled.has(wish)) return;
    const wanted = placeName(wish.path);
    if (wanted !== start && !wanted.startsWith(`${start}/`)) return;
    const fields = [...here.querySelectorAll<HTMLElement>('[data-place]')].map((field) => ({
      name: field.dataset['place'] ?? '',
      field,
    }));
    // another form of the same object may have the field
    const found = nearest(fields, wish.path) ?? (wanted === start ? here : null);
    if (found === null) return;
    fulfilled.add(wish);
    found.scrollIntoView({ block: 'nearest' });
    const control = found.querySelector<HTMLElement>(ENTRIES) ?? found.querySelector<HTMLElement>(BUTTONS);
    control?.focus({ preventScroll: true });
    // the words that a new entry begins with are there to be typed over
    if (isText(control) && control.value.length <= SHORT) control.select();
  }, [wish, start, form]);
}

const SHORT = 40;
const isText = (control: unknown): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
