import { describe, expect, it } from 'vitest';
import { FOCAL_HEIGHT, focalPointsOf, NODE_HEIGHT } from '../drawing/layout.ts';
import { placedOf } from '../drawing/places.ts';
import { drawn } from './fixtures.ts';
import { flowEdges } from './flow-edges.ts';
import { flowNodes, movedNodes } from './flow-nodes.ts';
import { lanesOf } from './lanes.ts';
import { factsOf } from './level-facts.ts';

const picture = (definition = drawn(), editable = true) => {
  const placed = placedOf(definition);
  const focal = focalPointsOf(definition.nodes);
  const facts = factsOf({
    definition,
    overlay: { kind: 'none' },
    problems: [],
    groups: new Map(),
    schedule: null,
    startOn: '2024-11-20',
    daysUntil: () => null,
  });
  const nodes = flowNodes({
    definition,
    placed,
    focal,
    lanes: lanesOf(definition.nodes, placed),
    facts,
    selection: new Set(['front']),
    renaming: null,
    editable,
    focalNames: new Map(),
    spoken: { level: ({ name }) => name, focal: () => '', way: () => '', role: () => '' },
  });
  return { definition, placed, focal, nodes };
};

describe('the boxes of a drawing', () => {
  it('stand in the order of the levels, focal points after the level they collect for', () => {
    expect(picture().nodes.map(({ id }) => id)).toEqual([
      'lane/front/top',
      'top',
      'via/top/0',
      'district',
      'commune',
      'front',
      'cells',
    ]);
  });

  it('all carry their size, so that culling and fitting need no measuring', () => {
    for (const node of picture().nodes)
      expect(node.measured).toEqual({ width: node.width, height: node.height });
  });

  it('let levels be dragged, locked ones and everything attached not', () => {
    const locked = drawn((input) => {
      input.layout = { nodes: { commune: { x: 0, y: 900, locked: true } } };
    });
    expect(picture(locked).nodes.flatMap(({ id, draggable }) => (draggable === true ? [id] : []))).toEqual([
      'top',
      'district',
      'front',
      'cells',
    ]);
    expect(picture(drawn(), false).nodes.some(({ draggable }) => draggable === true)).toBe(false);
  });

  it('note who is told for information', () => {
    const told = drawn(({ nodes }) => {
      for (const node of nodes) if (node.id === 'top') node.information = [{ name: 'Sở Công Thương' }];
    });
    expect(picture(told).nodes.find(({ id }) => id === 'info/top')).toMatchObject({
      type: 'note',
      data: { names: ['Sở Công Thương'] },
    });
  });

  it('take along what is attached when a level is dragged, and nobody else', () => {
    const { nodes, placed } = picture();
    const moved = movedNodes(nodes, new Map([['top', { x: 1000, y: 500 }]]), placed);
    const changed = moved.filter((node, index) => node !== nodes[index]).map(({ id }) => id);
    expect(changed).toEqual(['top', 'via/top/0']);
    const at = (list: typeof nodes, id: string) =>
      list.find((node) => node.id === id)?.position ?? { x: 0, y: 0 };
    expect(at(moved, 'via/top/0').x - at(nodes, 'via/top/0').x).toBe(1000 - (placed.get('top')?.x ?? 0));
  });

  it('squeeze a focal point in where the groups stand close below', () => {
    const close = drawn((input) => {
      const rows = { top: 0, district: NODE_HEIGHT + 80, front: NODE_HEIGHT + 80, commune: 900, cells: 900 };
      input.layout = {
        nodes: Object.fromEntries(Object.entries(rows).map(([id, y], nth) => [id, { x: nth * 300, y }])),
      };
    });
    const focal = picture(close).nodes.find(({ type }) => type === 'focal');
    expect((focal?.position.y ?? 0) + FOCAL_HEIGHT).toBeLessThan(NODE_HEIGHT + 80);
  });
});

describe('the lines of a drawing', () => {
  it('end at dots that every box has', () => {
    const { nodes, definition, focal } = picture();
    const edges = flowEdges({
      nodes: definition.nodes,
      focal,
      selected: null,
      selectable: true,
      nameOf: () => '',
    });
    const dots = new Map(nodes.map(({ id, handles }) => [id, (handles ?? []).map((each) => each.id)]));
    expect(edges.map(({ id }) => id)).toContain('up-district-via/top/0');
    for (const { source, target, sourceHandle, targetHandle } of edges) {
      expect(dots.get(source)).toContain(sourceHandle);
      expect(dots.get(target)).toContain(targetHandle);
    }
  });
});
