import type { ModdleElement } from 'bpmn-moddle';

export type { ModdleElement } from 'bpmn-moddle';

/** Our own namespace in BPMN files: details that BPMN has no place for. */
export const NAMESPACE = 'urn:cascade:drawing:1';

const body = [{ name: 'json', isBody: true, type: 'String' }];
const attributes = (type: string, ...names: string[]) => names.map((name) => ({ name, type, isAttr: true }));

const CASCADE = {
  name: 'Cascade',
  uri: NAMESPACE,
  prefix: 'cascade',
  xml: { tagAlias: 'lowerCase' },
  types: [
    /** The drawing without its levels, and the letter proposed with it: JSON. */
    { name: 'Drawing', superClass: ['Element'], properties: [...attributes('Real', 'stretch'), ...body] },
    { name: 'Letter', superClass: ['Element'], properties: body },
    /** One level: JSON. Its place in the drawing and the place that its shape was given for it. */
    {
      name: 'Level',
      superClass: ['Element'],
      properties: [...attributes('Real', 'x', 'y', 'shapeX', 'shapeY'), ...body],
    },
    { name: 'Chain', superClass: ['Element'], properties: attributes('String', 'key') },
    /** Follows from the level's details: read from there, never from the symbol. */
    { name: 'Derived', superClass: ['Element'], properties: [] },
  ],
};

/** Loads the BPMN library, which is large, only when somebody needs it. */
export async function openModdle() {
  const { BpmnModdle } = await import('bpmn-moddle');
  return new BpmnModdle({ cascade: CASCADE });
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

export const one = (element: ModdleElement | null, property: string): ModdleElement | null => {
  const value = element?.[property];
  return isElement(value) ? value : null;
};
export const many = (element: ModdleElement | null, property: string): readonly ModdleElement[] => {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
};
export const textOf = (element: ModdleElement | null, property: string): string => {
  const value = element?.[property];
  return typeof value === 'string' ? value : '';
};
export const numberOf = (element: ModdleElement | null, property: string): number | null => {
  const value = element?.[property];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};
export const kindOf = ({ $type }: ModdleElement): string => $type.replace(/^bpmn:/, '');

/** What we wrote into an element beside BPMN's own words. */
export const detailOf = (element: ModdleElement | null, type: string): ModdleElement | null =>
  many(one(element, 'extensionElements'), 'values').find(({ $type }) => $type === `cascade:${type}`) ?? null;

// characters that no XML file may hold: controls, halves of pairs, non-characters
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A name as an attribute of XML can hold it: one line. */
export const nameInXml = (text: string): string => text.replace(FORBIDDEN, '').replace(/\s+/g, ' ').trim();
export const textInXml = (text: string): string => text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n');

/** JSON that any XML file can hold: what XML forbids is written as an escape of JSON. */
export const jsonInXml = (value: unknown): string =>
  JSON.stringify(value).replace(
    FORBIDDEN,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
