import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { NODE_HEIGHT } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';
import { textOf } from './bpmn-element.ts';
import type { Box, Frame } from './bpmn-frame.ts';
import type { Report, Written } from './bpmn-writing.ts';

const EVENT = 36;
const DOCUMENT = { width: 36, height: 50 };
/** Distances above a level: its document, and the lines that turn there. */
const ABOVE = { document: 62, up: 80, down: 96 };
const NOTE = { width: 100, perLine: 15, gap: 14 };

/** The picture of the file (BPMN DI): a shape or an edge for every element that has one. */
export function diagramOf(moddle: BpmnModdle, frame: Frame, written: Written): ModdleElement {
  const draw = drawer(moddle);
  const boxOf = (id: string): Box => frame.levels.get(id) ?? frame.focal.get(id) ?? NOWHERE;
  for (const lane of frame.lanes) draw.shape(written.lanes.get(lane.chain), lane, { isHorizontal: false });
  for (const [id, level] of written.levels) draw.shape(level, boxOf(id));
  for (const [id, focal] of written.focal) draw.shape(focal, boxOf(id));
  for (const [id, timer] of written.timers) {
    const { x, y, height } = boxOf(id);
    const at = { x: x + 14, y: y + height - EVENT / 2, width: EVENT, height: EVENT };
    draw.shape(timer, at, { label: { x: x - 22, y: at.y + EVENT + 2, width: 120, height: 28 } });
  }
  for (const [id, { note, line }] of written.notes) {
    const { x, y } = boxOf(id);
    const lines = Math.ceil(textOf(note, 'text').length / 14) + 1;
    const height = Math.min(lines * NOTE.perLine, 120);
    const box = {
      x: x - NOTE.width - NOTE.gap,
      y: y + NODE_HEIGHT / 2 - height / 2,
      width: NOTE.width,
      height,
    };
    draw.shape(note, box);
    draw.edge(line, [
      { x, y: y + NODE_HEIGHT / 2 },
      { x: box.x + box.width, y: y + NODE_HEIGHT / 2 },
    ]);
  }
  const starts = drawStart(draw, written, boxOf);
  for (const { flow, from, to } of written.flows) {
    const source = from === null ? starts : boxOf(from);
    draw.edge(flow, frame.focal.has(to) ? toFocal(source, boxOf(to)) : down(source, boxOf(to)));
  }
  for (const report of written.reports) drawReport(draw, report, boxOf);
  return draw.diagram(written, frame);
}

/** Above the first level that nobody addresses. */
function drawStart(draw: Drawer, { start, flows }: Written, boxOf: (id: string) => Box): Box {
  const first = flows.find(({ from }) => from === null);
  if (first === undefined || start === null) return NOWHERE;
  const below = boxOf(first.to);
  const middle = middleOf(below);
  const box = { x: middle - EVENT / 2, y: below.y - 92, width: EVENT, height: EVENT };
  const label = { x: middle + EVENT / 2 + 4, y: box.y + 8, width: 130, height: 20 };
  draw.shape(start, box, { label });
  return box;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Down, across above the group's documents, down. */
function down(from: Box, to: Box): Point[] {
  const [start, end] = [middleOf(from), middleOf(to)];
  const bottom = from.y + from.height;
  const turn = to.y - ABOVE.down > bottom ? to.y - ABOVE.down : (bottom + to.y) / 2;
  if (start === end)
    return [
      { x: start, y: bottom },
      { x: end, y: to.y },
    ];
  return [
    { x: start, y: bottom },
    { x: start, y: turn },
    { x: end, y: turn },
    { x: end, y: to.y },
  ];
}

/** Out to the right and down: below, the consolidated report comes up. */
function toFocal(from: Box, to: Box): Point[] {
  const right = from.x + from.width;
  const over = Math.max(right + 24, to.x + to.width - 36);
  const y = from.y + from.height / 2;
  return [
    { x: right, y },
    { x: over, y },
    { x: over, y: to.y },
  ];
}

function drawReport(draw: Drawer, report: Report, boxOf: (id: string) => Box): void {
  const [from, to] = [boxOf(report.from), boxOf(report.to)];
  const fromFocal = report.from.startsWith('via/');
  // right of the middle, where the way down comes in
  const middle = fromFocal ? middleOf(from) : middleOf(from) + 50;
  const top = fromFocal ? from.y - 67 : from.y - ABOVE.document;
  const box = { x: middle - DOCUMENT.width / 2, y: top, ...DOCUMENT };
  draw.shape(report.document, box, {
    label: { x: middle + DOCUMENT.width / 2 + 4, y: top - 8, width: 92, height: 58 },
  });
  draw.edge(report.out, [
    { x: middle, y: from.y },
    { x: middle, y: top + DOCUMENT.height },
  ]);
  const bottom = to.y + to.height;
  const end = fromFocal ? middle : report.to.startsWith('via/') ? middleOf(to) : middleOf(to) + 50;
  const turn = from.y - ABOVE.up;
  const straight = end === middle || turn < bottom;
  draw.edge(report.in, [
    { x: middle, y: top },
    ...(straight
      ? []
      : [
          { x: middle, y: turn },
          { x: end, y: turn },
        ]),
    { x: end, y: bottom },
  ]);
}

const middleOf = ({ x, width }: Box): number => x + width / 2;

type Drawer = ReturnType<typeof drawer>;

/** Collects shapes and edges; ids follow those of their elements. */
function drawer(moddle: BpmnModdle) {
  const elements: ModdleElement[] = [];
  const bounds = ({ x, y, width, height }: Box) => moddle.create('dc:Bounds', { x, y, width, height });
  const idOf = (element: ModdleElement): string => `${textOf(element, 'id')}_di`;
  interface Looks {
    readonly label?: Box;
    readonly isHorizontal?: boolean;
  }
  return {
    shape(element: ModdleElement | undefined, box: Box, { label, isHorizontal }: Looks = {}): void {
      if (element === undefined) return;
      const named =
        label === undefined ? {} : { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(label) }) };
      elements.push(
        moddle.create('bpmndi:BPMNShape', {
          ...{ id: idOf(element), bpmnElement: element, bounds: bounds(box), ...named },
          ...(isHorizontal === undefined ? {} : { isHorizontal }),
        }),
      );
    },
    edge(element: ModdleElement, points: readonly Point[]): void {
      const waypoint = points.map(({ x, y }) => moddle.create('dc:Point', { x, y }));
      elements.push(moddle.create('bpmndi:BPMNEdge', { id: idOf(element), bpmnElement: element, waypoint }));
    },
    diagram({ collaboration, participant }: Written, { pool }: Frame): ModdleElement {
      const around = moddle.create('bpmndi:BPMNShape', {
        ...{ id: idOf(participant), bpmnElement: participant, bounds: bounds(pool), isHorizontal: false },
      });
      const planeElement = [around, ...elements];
      const plane = moddle.create('bpmndi:BPMNPlane', {
        id: 'Plane',
        bpmnElement: collaboration,
        planeElement,
      });
      return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
    },
  };
}
