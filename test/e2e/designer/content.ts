import { type Template, TEMPLATES, type TemplateKey } from '#templates';
import type { Definition, DrawingNode } from '#model';
import { succeed } from '../../harness/api-client.ts';

/** What is to be drawn, once for every way of drawing it: a template, and the names of what it names by id. */
export interface Content {
  readonly template: Template;
  readonly definition: Definition;
  readonly unitName: (id: string) => string;
}

export async function contentOf(key: TemplateKey): Promise<Content> {
  const template = templateOf(key);
  const { definition } = template;
  const names = new Map<string, string>();
  for (const id of unitsNamedIn(definition)) {
    const { name } = await succeed<{ name: string }>('GET', `/api/units/${encodeURIComponent(id)}`);
    names.set(id, name);
  }
  const unitName = (id: string): string => names.get(id) ?? missing(`unit ${id}`);
  return { template, definition, unitName };
}

export function templateOf(key: TemplateKey): Template {
  return TEMPLATES.find((each) => each.key === key) ?? missing(`template ${key}`);
}

export function missing(what: string): never {
  throw new Error(`${what} is missing`);
}

/** Name of the node with this id. */
export const nameOf = ({ nodes }: Definition, id: string | null): string =>
  nodes.find((node) => node.id === id)?.name ?? missing(`level ${id}`);

function unitsNamedIn({ nodes, parameters }: Definition): readonly string[] {
  const selectors = nodes.flatMap((node) => [
    node.select,
    ...node.subgroups.map(({ select }) => select),
    ...node.obligations.flatMap(({ via }) => (via === null ? [] : [via.select])),
  ]);
  const listed = selectors.flatMap((select) => (select.kind === 'list' ? select.units : []));
  const asked = parameters.flatMap((each) => (each.kind === 'unit' ? [each.default] : []));
  return [...new Set([...listed, ...asked])].filter((each) => typeof each === 'string');
}

/** The entry of the palette that comes nearest to what a level says. */
export function presetFor({ select }: DrawingNode): string {
  if (select.kind === 'list') return 'Theo danh sách';
  if (select.kind === 'criterion') return 'Theo tiêu chí';
  const first = select.kind === 'ofKind' ? select.unitKinds[0] : undefined;
  return PRESET_OF_KIND[first ?? ''] ?? missing(`palette entry for ${first}`);
}

const PRESET_OF_KIND: Readonly<Record<string, string>> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  'district-office': 'Phòng, ban, đơn vị',
  front: 'Mặt trận Tổ quốc',
};
