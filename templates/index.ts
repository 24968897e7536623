import { readFileSync } from 'node:fs';
import { Definition, Directive, Unit } from '#model';
import { z } from 'zod';

/** Documents 000 to 004 in their order, then the chain of four levels and the same without districts. */
export const TEMPLATE_KEYS = [
  'heza-2024',
  'bac-kan-2024',
  'bac-giang-2023',
  'tuan-hang-viet-2024',
  'quan-7-2023',
  'bon-cap-2024',
  'bon-cap-2025',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** A ready definition with the directive it was read from and the example units it needs. */
export interface Template {
  readonly key: TemplateKey;
  readonly definition: Definition;
  readonly directive: Directive;
  /**
   * Example units that the national lists do not hold. No unit stands in two templates; one may hang
   * below a unit of another template (the trade department of Hải Phòng serves two documents).
   */
  readonly units: readonly Unit[];
  /** The unit that starts it in the example. */
  readonly rootUnitId: string;
  /** What is the source's and what is ours, Vietnamese first (Markdown). */
  readonly note: string;
}

const ROOTS: Readonly<Record<TemplateKey, string>> = {
  'heza-2024': 'hp-bql',
  'bac-kan-2024': '2024-district-058',
  'bac-giang-2023': 'bg-so-tttt',
  'tuan-hang-viet-2024': '2024-province-31',
  'quan-7-2023': 'q7-phong-gddt',
  'bon-cap-2024': 'vn-bct',
  'bon-cap-2025': 'vn-bct',
};

const text = (key: TemplateKey, file: string): string =>
  readFileSync(new URL(`./${key}/${file}`, import.meta.url), 'utf8').normalize('NFC');
const json = (key: TemplateKey, file: string): unknown => JSON.parse(text(key, file));

/** Parsed by the same schemas as anything that comes from outside: a broken file fails at load. */
function load(key: TemplateKey): Template {
  return {
    key,
    definition: Definition.parse(json(key, 'definition.json')),
    directive: Directive.parse(json(key, 'directive.json')),
    units: z.array(Unit).parse(json(key, 'units.json')),
    rootUnitId: ROOTS[key],
    note: text(key, 'note.md'),
  };
}

export const TEMPLATES: readonly Template[] = TEMPLATE_KEYS.map(load);

/** The example units of all templates, parents before children. */
export const EXAMPLE_UNITS: readonly Unit[] = parentsFirst(TEMPLATES.flatMap((template) => template.units));

function parentsFirst(units: readonly Unit[]): Unit[] {
  const waiting = new Map(units.map((unit) => [unit.id, unit]));
  const sorted: Unit[] = [];
  const place = (unit: Unit): void => {
    if (!waiting.delete(unit.id)) return;
    const parent = unit.parentId === null ? undefined : waiting.get(unit.parentId);
    if (parent !== undefined) place(parent);
    sorted.push(unit);
  };
  for (const unit of units) place(unit);
  return sorted;
}
