import type { Point } from '../drawing/places.ts';
import { detailOf, many, type ModdleElement, numberOf, one } from './bpmn-element.ts';

const NEAR = 1;

/**
 * Places of levels that were moved in another tool, in the measure of the drawing; null where nobody moved
 * anything (or everything together), so that a drawing that arranges itself goes on doing so.
 */
export function movedPlaces(
  levels: readonly ModdleElement[],
  definitions: ModdleElement,
  stretch: number,
): ReadonlyMap<ModdleElement, Point> | null {
  const shapes = shapesOf(definitions);
  const shifts = levels.flatMap((level) => {
    const detail = detailOf(level, 'Level');
    const [x, y] = [numberOf(detail, 'x'), numberOf(detail, 'y')];
    const [shapeX, shapeY] = [numberOf(detail, 'shapeX'), numberOf(detail, 'shapeY')];
    const shape = shapes.get(level);
    if (x === null || y === null || shapeX === null || shapeY === null || shape === undefined) return [];
    return [{ level, x, y, byX: shape.x - shapeX, byY: shape.y - shapeY, shape }];
  });
  const [first] = shifts;
  if (first === undefined) return null;
  const together = shifts.every(
    ({ byX, byY }) => Math.abs(byX - first.byX) <= NEAR && Math.abs(byY - first.byY) <= NEAR,
  );
  if (together) return null;
  const moved = new Map<ModdleElement, Point>(
    shifts.map(({ level, x, y, byX, byY }) => [level, rounded({ x: x + byX, y: y + byY / stretch })]),
  );
  // new levels: as they stand towards the first one
  for (const level of levels) {
    const shape = shapes.get(level);
    if (shape === undefined || moved.has(level)) continue;
    const aside = shape.x - first.shape.x;
    const below = (shape.y - first.shape.y) / stretch;
    const from = moved.get(first.level) ?? first;
    moved.set(level, rounded({ x: from.x + aside, y: from.y + below }));
  }
  return moved;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

function shapesOf(definitions: ModdleElement): ReadonlyMap<ModdleElement, Point> {
  const shapes = new Map<ModdleElement, Point>();
  for (const diagram of many(definitions, 'diagrams')) {
    for (const each of many(one(diagram, 'plane'), 'planeElement')) {
      const element = one(each, 'bpmnElement');
      const bounds = one(each, 'bounds');
      const [x, y] = [numberOf(bounds, 'x'), numberOf(bounds, 'y')];
      if (element !== null && x !== null && y !== null) shapes.set(element, { x, y });
    }
  }
  return shapes;
}
