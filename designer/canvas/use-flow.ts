import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useFindings, useView } from '../drawing/editor.tsx';
import { type FocalPoint, focalPointsOf } from '../drawing/layout.ts';
import { type Place, placedOf } from '../drawing/places.ts';
import { flowEdges, type WayEdge } from './flow-edges.ts';
import { type FlowNode, flowNodes } from './flow-nodes.ts';
import { focalNamesOf } from './focal-names.ts';
import { lanesOf } from './lanes.ts';
import { createReuse } from './reuse.ts';
import { spokenBy } from './spoken.ts';
import { useFacts } from './use-facts.ts';

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly WayEdge[];
  readonly placed: ReadonlyMap<string, Place>;
  readonly focal: readonly FocalPoint[];
}

interface FlowOptions {
  readonly selectedEdge: string | null;
}

/** The picture that follows from the drawing, from what was found out about it and from how it is looked at. */
export function useFlow({ selectedEdge }: FlowOptions): Flow {
  const { t } = useTranslation();
  const definition = useDrawing((state) => state.present.definition);
  const editable = !useView((state) => state.readOnly);
  const selection = useView((state) => state.selection);
  const renaming = useView((state) => state.renaming);
  const overlay = useView((state) => state.overlay);
  const units = useFindings((state) => state.units);
  const placed = useMemo(() => placedOf(definition), [definition]);
  const focal = useMemo(() => focalPointsOf(definition.nodes), [definition.nodes]);
  const lanes = useMemo(() => lanesOf(definition.nodes, placed), [definition.nodes, placed]);
  const facts = useFacts();
  const focalNames = useMemo(() => focalNamesOf(focal, { units, overlay, t }), [focal, units, overlay, t]);
  const spoken = useMemo(() => spokenBy(t), [t]);
  const [reuseNodes] = useState(createReuse<FlowNode>);
  const [reuseEdges] = useState(createReuse<WayEdge>);

  const nodes = useMemo(() => {
    const seen = { selection, renaming, editable };
    return reuseNodes(flowNodes({ definition, placed, focal, lanes, facts, focalNames, spoken, ...seen }));
  }, [
    definition,
    placed,
    focal,
    lanes,
    facts,
    focalNames,
    spoken,
    selection,
    renaming,
    editable,
    reuseNodes,
  ]);

  const edges = useMemo(() => {
    const names = new Map(definition.nodes.map(({ id, name }) => [id, name]));
    const called = (id: string): string => names.get(id) ?? spoken.focal(focalNames.get(id));
    return reuseEdges(
      flowEdges({
        nodes: definition.nodes,
        focal,
        selected: selectedEdge,
        selectable: editable,
        nameOf: ({ source, target, way }) => spoken.way(way, { from: called(source), to: called(target) }),
      }),
    );
  }, [definition.nodes, focal, focalNames, selectedEdge, editable, spoken, reuseEdges]);
  return { nodes, edges, placed, focal };
}
