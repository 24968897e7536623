import { type Problem, warning } from '#model';
import { detailOf, kindOf, many, type ModdleElement, one } from './bpmn-element.ts';
import { nameOf } from './bpmn-graph.ts';

/** What a drawing has no place for, one by one, so that nobody finds out later. */
export function leftOut(
  elements: readonly ModdleElement[],
  used: ReadonlySet<ModdleElement>,
): readonly Problem[] {
  const flows = elements.filter((each) => kindOf(each) === 'SequenceFlow');
  const branches = (gateway: ModdleElement): number =>
    flows.filter((flow) => one(flow, 'sourceRef') === gateway).length;
  return elements.flatMap((element): Problem[] => {
    if (detailOf(element, 'Derived') !== null || carriedElsewhere(element)) return [];
    const name = nameOf(element);
    if (used.has(element)) {
      const inside = many(element, 'flowElements');
      return inside.length === 0 ? [] : [warning('exchange.insideNotCarried', [], { name })];
    }
    switch (kindOf(element)) {
      case 'ParallelGateway':
        return [];
      case 'ExclusiveGateway':
      case 'InclusiveGateway':
      case 'EventBasedGateway':
      case 'ComplexGateway':
        return branches(element) < 2 ? [] : [warning('exchange.conditionNotCarried', [], { name })];
      case 'StartEvent':
      case 'EndEvent':
        return plainEvent(element) ? [] : [notCarried(element)];
      case 'SequenceFlow':
        return one(element, 'conditionExpression') === null
          ? []
          : [warning('exchange.conditionNotCarried', [], { name })];
      default:
        return [notCarried(element)];
    }
  });
}

const notCarried = (element: ModdleElement): Problem =>
  warning('exchange.elementNotCarried', [], { name: nameOf(element), element: kindOf(element) });

/** A directive comes in and a report goes out as messages: that is what a cascade is. */
const plainEvent = (event: ModdleElement): boolean =>
  many(event, 'eventDefinitions').every((each) => kindOf(each) === 'MessageEventDefinition');

/** A data object is told by its references. */
const carriedElsewhere = (element: ModdleElement): boolean => kindOf(element) === 'DataObject';
