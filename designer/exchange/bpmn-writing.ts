import type { BpmnModdle } from 'bpmn-moddle';
import type { Definition } from '#model';
import { type ModdleElement, textInXml } from './bpmn-element.ts';
import type { Frame } from './bpmn-frame.ts';
import type { Words } from './words.ts';

/** The parts of the file that the picture of it is drawn from. */
export interface Written {
  readonly collaboration: ModdleElement;
  readonly participant: ModdleElement;
  readonly lanes: ReadonlyMap<string, ModdleElement>;
  /** Null in a drawing without a top. */
  readonly start: ModdleElement | null;
  readonly levels: ReadonlyMap<string, ModdleElement>;
  readonly timers: ReadonlyMap<string, ModdleElement>;
  readonly focal: ReadonlyMap<string, ModdleElement>;
  readonly notes: ReadonlyMap<string, { readonly note: ModdleElement; readonly line: ModdleElement }>;
  /** Ways down: levels, focal points, and the first one from the start event. */
  readonly flows: readonly {
    readonly flow: ModdleElement;
    readonly from: string | null;
    readonly to: string;
  }[];
  /** Ways up, each with the document that goes it. */
  readonly reports: readonly Report[];
}
export interface Report {
  readonly document: ModdleElement;
  readonly out: ModdleElement;
  readonly in: ModdleElement;
  readonly from: string;
  readonly to: string;
}

/** What one step needs of the whole. */
export interface Writing {
  readonly moddle: BpmnModdle;
  readonly definition: Definition;
  readonly frame: Frame;
  readonly words: Words;
}

/** Keys of the drawing as ids of XML, which may not begin with a digit and know no slash. */
export const idOf = (kind: string, key: string): string => `${kind}_${key.replaceAll('/', '_')}`;

export const details = (moddle: BpmnModdle, ...values: ModdleElement[]): ModdleElement =>
  moddle.create('bpmn:ExtensionElements', { values });

export const documentation = (moddle: BpmnModdle, text: string) => ({
  documentation: [moddle.create('bpmn:Documentation', { text: textInXml(text) })],
});

/** Elements are read-only but while they are being made; the library keeps lists as plain arrays. */
export function append(element: ModdleElement, property: string, value: ModdleElement): void {
  const known = element[property];
  Object.assign(element, { [property]: Array.isArray(known) ? [...known, value] : [value] });
}
