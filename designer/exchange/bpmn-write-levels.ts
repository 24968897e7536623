import type { DrawingNode } from '#model';
import { placedOf } from '../drawing/places.ts';
import { jsonInXml, type ModdleElement, nameInXml } from './bpmn-element.ts';
import { details, documentation, idOf, type Writing, type Written } from './bpmn-writing.ts';
import { duesOf } from './due-words.ts';

export function levelOf({ moddle, definition, frame }: Writing, node: DrawingNode): ModdleElement {
  const place = placedOf(definition).get(node.id);
  const shape = frame.levels.get(node.id);
  const level = moddle.create('cascade:Level', {
    ...{ x: place?.x, y: place?.y, shapeX: shape?.x, shapeY: shape?.y },
    json: jsonInXml(node),
  });
  const tasks = [...node.tasks, ...node.sharedTasks].map(({ text }) => `– ${text}`).join('\n');
  // one unit, or all of a group at the same time
  const single =
    node.select.kind === 'root' || (node.select.kind === 'list' && node.select.units.length === 1);
  return moddle.create('bpmn:UserTask', {
    id: idOf('Level', node.id),
    name: nameInXml(node.name),
    extensionElements: details(moddle, level),
    ...(tasks === '' ? {} : documentation(moddle, tasks)),
    ...(single ? {} : { loopCharacteristics: moddle.create('bpmn:MultiInstanceLoopCharacteristics', {}) }),
  });
}

export function timerOf(
  { moddle, definition, words }: Writing,
  node: DrawingNode,
  levels: ReadonlyMap<string, ModdleElement>,
): [string, ModdleElement][] {
  const timed = { ...node, obligations: node.obligations.filter(({ due }) => due.kind !== 'none') };
  const dues = duesOf(timed, definition, words);
  if (dues.length === 0) return [];
  const timer = moddle.create('bpmn:BoundaryEvent', {
    id: idOf('Due', node.id),
    name: nameInXml(dues.join('; ')),
    attachedToRef: levels.get(node.id),
    // the work goes on when the date has passed: it is only late
    cancelActivity: false,
    extensionElements: details(moddle, moddle.create('cascade:Derived')),
    eventDefinitions: [moddle.create('bpmn:TimerEventDefinition', { id: idOf('Timer', node.id) })],
  });
  return [[node.id, timer]];
}

export function notesOf(
  { moddle, definition, words }: Writing,
  levels: ReadonlyMap<string, ModdleElement>,
): Written['notes'] {
  return new Map(
    definition.nodes.flatMap(({ id, information }) => {
      if (information.length === 0) return [];
      const names = information.map(({ name }) => nameInXml(name)).join('; ');
      const note = moddle.create('bpmn:TextAnnotation', {
        id: idOf('Note', id),
        text: words('information', { names }),
      });
      const line = moddle.create('bpmn:Association', {
        id: idOf('NoteLine', id),
        sourceRef: levels.get(id),
        targetRef: note,
      });
      return [[id, { note, line }]];
    }),
  );
}
