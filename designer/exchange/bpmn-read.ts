import { ok, type Problem, problem, refuse, type Result, warning } from '#model';
import { detailOf, kindOf, many, type ModdleElement, one, openModdle } from './bpmn-element.ts';
import { detailsOf, layoutOf, type Parts, rewired, withoutLost } from './bpmn-details.ts';
import { chainsOf } from './bpmn-chains.ts';
import { type Tree, treeOf } from './bpmn-graph.ts';
import { leftOut } from './bpmn-left-out.ts';
import { levelFrom, type RawLevel } from './bpmn-levels.ts';
import { informationFrom, notesIn } from './bpmn-notes.ts';
import { movedPlaces } from './bpmn-places.ts';
import { drawingFrom, type ReadDrawing } from './drawing-file.ts';
import { xmlFault } from './xml-text.ts';

/** What becomes a level; whatever is inside of it stays out. */
const LEVELS = new Set([
  ...['Task', 'UserTask', 'ManualTask', 'SendTask', 'ReceiveTask', 'ServiceTask', 'ScriptTask'],
  ...['BusinessRuleTask', 'CallActivity', 'SubProcess', 'AdHocSubProcess', 'Transaction'],
]);

/**
 * A drawing from BPMN 2.0: our own files whole, with names, ways down, chains and places as another tool
 * left them; of other files the subset described in docs/exchange.md. What was left out is listed.
 */
export async function fromBpmn(xml: string): Promise<Result<ReadDrawing>> {
  const fault = xmlFault(xml);
  if (fault !== null) return refuse(fault);
  const parsed = await parsedFrom(xml);
  if (!parsed.ok) return parsed;
  const { rootElement: file, warnings } = parsed.value;
  if (kindOf(file) !== 'Definitions') return refuse(problem('exchange.notBpmn'));
  const broken = warnings.slice(0, MOST_WARNINGS).map(({ message }) => {
    const [detail = message] = message.split('\n');
    return warning('exchange.referenceBroken', [], { detail: detail.trim() });
  });
  const read = readFile(file);
  return read.ok ? ok({ ...read.value, notCarried: [...broken, ...read.value.notCarried] }) : read;
}

const MOST_WARNINGS = 20;

async function parsedFrom(xml: string) {
  const moddle = await openModdle();
  try {
    return ok(await moddle.fromXML(xml));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /line: (\d+)\s+column: (\d+)/.exec(message) ?? [];
    if (line === undefined || column === undefined) return refuse(problem('exchange.notBpmn'));
    const params = { line: Number(line) + 1, column: Number(column) + 1 };
    return refuse(problem('exchange.damagedXml', [], params));
  }
}

function readFile(file: ModdleElement): Result<ReadDrawing> {
  const roots = many(file, 'rootElements');
  const processes = roots.filter((each) => kindOf(each) === 'Process');
  const collaborations = roots.filter((each) => kindOf(each) === 'Collaboration');
  const elements = processes.flatMap((process) => many(process, 'flowElements'));
  const levels = elements.filter((each) => LEVELS.has(kindOf(each)) && detailOf(each, 'Derived') === null);
  const tree = treeOf({
    levels,
    starts: elements.filter((each) => kindOf(each) === 'StartEvent'),
    flows: elements.filter((each) => kindOf(each) === 'SequenceFlow'),
    messages: collaborations.flatMap((each) => many(each, 'messageFlows')),
  });
  if (tree === null) return refuse(problem('exchange.noTasks'));
  return assembled({ file, processes, collaborations, elements, levels }, tree);
}

function assembled(parts: Parts, tree: Tree): Result<ReadDrawing> {
  const notCarried: Problem[] = [...tree.notCarried];
  const details = detailsOf(parts, notCarried);
  const rows = new Map<ModdleElement, RawLevel>();
  const taken = new Set<string>();
  for (const element of parts.levels) {
    const row = levelFrom({ element, taken, isTop: element === tree.top }, notCarried);
    taken.add(row.node.id);
    rows.set(element, row);
  }
  const chains = chainsOf(
    parts.processes,
    parts.collaborations.flatMap((each) => many(each, 'participants')),
  );
  const artifacts = [...parts.processes, ...parts.collaborations].flatMap((each) => many(each, 'artifacts'));
  const notes = notesIn(artifacts, new Set(parts.levels));
  const nodes = [...rows.values()].map(({ element, node }) => {
    const above = tree.parents.get(element);
    const parent = above === undefined ? null : (rows.get(above)?.node.id ?? null);
    const chain = chains.get(element);
    return {
      ...rewired(node, parent),
      ...(chain === undefined ? {} : { chain }),
      information: informationFrom(notes.of.get(element) ?? [], node['information']),
    };
  });
  const used = new Set([...parts.levels, ...notes.used, ...tree.usedMessages]);
  const messages = parts.collaborations.flatMap((each) => many(each, 'messageFlows'));
  notCarried.push(...leftOut([...parts.elements, ...artifacts, ...messages], used));

  const guessed = [...rows.values()].filter(({ element, own }) => !own && element !== tree.top);
  if (guessed.length > 0) {
    const levels = guessed.map(({ node }) => `“${node.name}”`).join(', ');
    notCarried.push(warning('exchange.unitsUnknown', ['definition', 'nodes'], { levels }));
  }

  const moved = movedPlaces(parts.levels, parts.file, details.stretch);
  const content = {
    definition: { ...details.definition, nodes, layout: layoutOf(details.definition, rows, moved) },
    directive: details.directive,
  };
  const read = drawingFrom(withoutLost(content, new Set(nodes.map(({ id }) => id))));
  return read.ok ? ok({ ...read.value, notCarried: [...notCarried, ...read.value.notCarried] }) : read;
}
