import type { Focus } from './keys.ts';

const NO_TEXT = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** Where the focus of the page is: decides whether a key is meant for the drawing. */
export function focusOf(target: EventTarget | null): Focus {
  const element = target instanceof HTMLElement ? target : document.body;
  return {
    typing: isTyping(element),
    dialog: document.querySelector('[role="dialog"][aria-modal="true"]') !== null,
    canvas: element === document.body || element.closest('.react-flow, [data-keys="canvas"]') !== null,
  };
}

function isTyping(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !NO_TEXT.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  // letters go to the entries of a menu or list
  return element.isContentEditable || element.closest('[role="menu"], [role="listbox"]') !== null;
}

/** Somebody has marked words on the page and means those. */
export const marksText = (): boolean => document.getSelection()?.isCollapsed === false;
