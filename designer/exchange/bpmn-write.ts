import type { Drawing } from '../drawing/drawing.ts';
import { focalPointsOf } from '../drawing/layout.ts';
import type { Language } from '../locales/i18n.ts';
import { diagramOf } from './bpmn-diagram.ts';
import { jsonInXml, nameInXml, NAMESPACE, openModdle } from './bpmn-element.ts';
import { frameOf } from './bpmn-frame.ts';
import { lanesOf } from './bpmn-write-lanes.ts';
import { levelOf, notesOf, timerOf } from './bpmn-write-levels.ts';
import { waysDown, waysUp } from './bpmn-write-ways.ts';
import { details, documentation, idOf, type Writing, type Written } from './bpmn-writing.ts';
import { wordsIn } from './words.ts';

/** The drawing as BPMN 2.0 with its picture; the mapping is described in docs/exchange.md. */
export async function toBpmn({ definition, directive }: Drawing, language: Language = 'vi'): Promise<string> {
  const moddle = await openModdle();
  const words = wordsIn(language);
  const frame = frameOf(definition);
  const writing: Writing = { moddle, definition, frame, words };
  const { nodes, ...rest } = definition;
  const levels = new Map(nodes.map((node) => [node.id, levelOf(writing, node)]));
  const derived = () => details(moddle, moddle.create('cascade:Derived'));
  const focal = new Map(
    focalPointsOf(nodes).map(({ id }) => [
      id,
      moddle.create('bpmn:UserTask', {
        id: idOf('Focal', id),
        name: words('focal'),
        extensionElements: derived(),
      }),
    ]),
  );
  const timers = new Map(nodes.flatMap((node) => timerOf(writing, node, levels)));
  const start = nodes.every(({ parent }) => parent !== null)
    ? null
    : moddle.create('bpmn:StartEvent', {
        ...{ id: 'Start', name: words('issued'), extensionElements: derived() },
      });
  const everyone = new Map([...levels, ...focal]);
  const flows = waysDown(writing, start, everyone);
  const reports = waysUp(writing, everyone);
  const notes = notesOf(writing, levels);
  const { laneSet, lanes } = lanesOf(writing, { levels, timers, focal, start });

  const process = moddle.create('bpmn:Process', {
    id: 'Process',
    name: nameInXml(definition.title),
    isExecutable: false,
    extensionElements: details(
      moddle,
      moddle.create('cascade:Drawing', { stretch: frame.stretch, json: jsonInXml(rest) }),
      ...(directive === null ? [] : [moddle.create('cascade:Letter', { json: jsonInXml(directive) })]),
    ),
    ...(definition.summary.trim() === '' ? {} : documentation(moddle, definition.summary)),
    ...(laneSet === null ? {} : { laneSets: [laneSet] }),
    flowElements: [
      ...(start === null ? [] : [start]),
      ...levels.values(),
      ...timers.values(),
      ...focal.values(),
      ...flows.map(({ flow }) => flow),
      ...reports.flatMap(({ document }) => [document['dataObjectRef'], document]),
    ],
    artifacts: [...notes.values()].flatMap(({ note, line }) => [note, line]),
  });
  const participant = moddle.create('bpmn:Participant', {
    id: 'Pool',
    name: nameInXml(definition.title),
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: 'Collaboration',
    participants: [participant],
  });
  const written: Written = {
    ...{ collaboration, participant, lanes, start, levels, timers, focal, notes, flows, reports },
  };
  const file = moddle.create('bpmn:Definitions', {
    id: 'Definitions',
    targetNamespace: NAMESPACE,
    exporter: 'Cascade',
    rootElements: [collaboration, process],
    diagrams: [diagramOf(moddle, frame, written)],
  });
  const { xml } = await moddle.toXML(file, { format: true });
  return xml;
}
