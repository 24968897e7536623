import { compile, validate } from '#engine';
import { Definition, type DefinitionInput, Unit } from '#model';
import { loadCalendar } from '../../test/expected/load.ts';
import { median, timed } from '../measure.ts';

const NODES = 200;
const RUNS = 5;
const PER_PARENT = 4;

/** A drawing of 200 levels and groups, four to a parent, each owing three working days before the one above. */
function drawing(): Definition {
  const node = (index: number): DefinitionInput['nodes'][number] => {
    if (index === 0) return { id: 'n0', name: 'Đơn vị khởi động', parent: null, select: { kind: 'root' } };
    const parent = Math.floor((index - 1) / PER_PARENT);
    return {
      id: `n${index}`,
      name: `Nhóm đơn vị số ${index}`,
      parent: `n${parent}`,
      select: { kind: 'list', units: [`u${index}` as Unit['id']] },
      tasks: [{ id: `viec-${index}`, text: 'Triển khai, báo cáo kết quả' }],
      obligations: [
        {
          report: 'ket-qua',
          due:
            parent === 0
              ? { kind: 'date', date: '2024-12-20', bound: 'by' }
              : { kind: 'lead', workingDays: 3 },
          reminders: [{ unit: 'workingDays', offset: -2 }],
        },
      ],
    };
  };
  return Definition.parse({
    formatVersion: 1,
    key: 'do-quy-tac',
    title: 'Bản vẽ để đo',
    reports: [{ id: 'ket-qua', title: 'Báo cáo kết quả', kind: 'thematic' }],
    nodes: Array.from({ length: NODES }, (_, index) => node(index)),
  });
}

const units = (): Unit[] =>
  Array.from({ length: NODES }, (_, index) =>
    Unit.parse({ id: `u${index}`, code: `u${index}`, name: `Đơn vị ${index}`, kind: 'office' }),
  );

export interface RuleTimes {
  readonly nodes: number;
  readonly problems: number;
  readonly validateMs: number;
  readonly compileMs: number;
}

/** What the designer works out after every command. */
export async function measureRules(): Promise<RuleTimes> {
  const definition = drawing();
  const calendars = [loadCalendar()];
  const start = { rootUnitId: 'u0', startAt: '2024-10-01T01:00:00Z', parameters: {} };
  const input = { ...start, definition, calendars, units: units() };
  const plan = compile(input);
  if (!plan.ok) throw new Error(`the sample does not compile: ${JSON.stringify(plan.problems[0])}`);
  const validateMs: number[] = [];
  const compileMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    validateMs.push(await timed(() => Promise.resolve(validate(definition, { calendars }))));
    compileMs.push(await timed(() => Promise.resolve(compile(input))));
  }
  return {
    nodes: NODES,
    problems: validate(definition, { calendars }).length,
    validateMs: median(validateMs),
    compileMs: median(compileMs),
  };
}
