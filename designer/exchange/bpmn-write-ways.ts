import { arrowsOf, focalPointsOf } from '../drawing/layout.ts';
import { type ModdleElement, nameInXml } from './bpmn-element.ts';
import { append, details, idOf, type Report, type Writing, type Written } from './bpmn-writing.ts';

export function waysDown(
  { moddle, definition: { nodes } }: Writing,
  start: ModdleElement | null,
  tasks: ReadonlyMap<string, ModdleElement>,
): Written['flows'] {
  const ways = [
    ...nodes.map(({ id, parent }) => ({ from: parent, to: id })),
    ...focalPointsOf(nodes).map(({ id, parent }) => ({ from: parent, to: id })),
  ];
  return ways.flatMap(({ from, to }) => {
    const sourceRef = from === null ? start : tasks.get(from);
    const targetRef = tasks.get(to);
    if (sourceRef === undefined || sourceRef === null || targetRef === undefined) return [];
    const flow = moddle.create('bpmn:SequenceFlow', { id: idOf('Down', to), sourceRef, targetRef });
    append(sourceRef, 'outgoing', flow);
    append(targetRef, 'incoming', flow);
    return [{ flow, from, to }];
  });
}

export function waysUp(
  { moddle, definition: { nodes, reports } }: Writing,
  tasks: ReadonlyMap<string, ModdleElement>,
): readonly Report[] {
  const arrows = arrowsOf(nodes, focalPointsOf(nodes)).filter(({ way }) => way === 'up');
  return arrows.flatMap(({ id, source, target }) => {
    const from = tasks.get(source);
    const to = tasks.get(target);
    if (from === undefined || to === undefined) return [];
    const owed = nodes.find((node) => node.id === source)?.obligations.map(({ report }) => report);
    const titles = reports.flatMap((each) => (owed?.includes(each.id) ? [each.title] : []));
    const data = moddle.create('bpmn:DataObject', { id: idOf('Data', id) });
    const document = moddle.create('bpmn:DataObjectReference', {
      id: idOf('Report', id),
      name: nameInXml(titles.join('; ')),
      dataObjectRef: data,
      extensionElements: details(moddle, moddle.create('cascade:Derived')),
    });
    const place = moddle.create('bpmn:Property', { id: idOf('Place', id), name: '__targetRef_placeholder' });
    const out = moddle.create('bpmn:DataOutputAssociation', { id: idOf('Out', id), targetRef: document });
    const into = moddle.create('bpmn:DataInputAssociation', {
      id: idOf('In', id),
      sourceRef: [document],
      targetRef: place,
    });
    append(from, 'dataOutputAssociations', out);
    append(to, 'properties', place);
    append(to, 'dataInputAssociations', into);
    return [{ document, out, in: into, from: source, to: target }];
  });
}
