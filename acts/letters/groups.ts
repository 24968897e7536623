import type { AddressedGroup } from '#db';
import type { PassOnGroup } from '#engine/letter-pass-on';
import type { Definition, PlanTask } from '#model';
import { namedDue } from './due-named.ts';

interface Passed {
  readonly definition: Definition;
  readonly tasks: Readonly<Record<string, PlanTask>>;
  readonly rows: readonly AddressedGroup[];
}

/** The groups below as a letter addresses them, in the order of the plan. */
export function groupsOf({ definition, tasks, rows }: Passed): PassOnGroup[] {
  const nodeIds = [...new Set(rows.flatMap((row) => row.nodeIds))];
  return nodeIds.flatMap((nodeId) => {
    const node = definition.nodes.find(({ id }) => id === nodeId);
    if (node === undefined) return [];
    const members = rows.filter((row) => row.nodeIds.includes(nodeId));
    // a unit in two groups has the tasks of both: those of this one are what its other members have
    const alone = members.filter((row) => row.nodeIds.length === 1);
    const taskIds = new Set((alone.length === 0 ? members : alone).flatMap((row) => row.taskIds));
    return [
      {
        node: nodeId,
        name: node.name,
        addressees: node.position === null ? node.name : `${node.position} ${lower(node.name)}`,
        tasks: [...taskIds].flatMap((id) => (tasks[id] === undefined ? [] : [{ id, text: tasks[id].text }])),
        due: earliest(members),
      },
    ];
  });
}

/** Of several reports the first: a letter that names one day names that one. */
function earliest(rows: readonly AddressedGroup[]): PassOnGroup['due'] {
  const dated = rows.flatMap(({ kind, due }) => (kind === 'report' && due?.dueAt ? [due] : []));
  const [first] = dated.toSorted((a, b) => String(a.dueAt).localeCompare(String(b.dueAt)));
  return namedDue(first ?? null);
}

/** What the groups report, and where: to the unit itself, or through who collects for it. */
export function reportOf(
  { definition, rows }: Pick<Passed, 'definition' | 'rows'>,
  unit: { readonly id: string; readonly name: string },
): { readonly title: string; readonly to: string } | null {
  const reporting = rows.filter(({ reportId }) => reportId !== null);
  const [first] = reporting;
  if (first === undefined) return null;
  const asked = new Set(reporting.map(({ reportId }) => reportId));
  const titles = definition.reports.filter(({ id }) => asked.has(id)).map(({ title }) => title);
  const via =
    first.collectorUnitId !== null && first.collectorUnitId !== unit.id ? first.collectorName : null;
  return { title: titles.join('; '), to: via === null ? unit.name : `${unit.name} (qua ${via})` };
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
