import { number, type Row, table } from '../tables.ts';
import type { FrameTimes, SceneTimes } from './frames.ts';
import type { DesignerResults } from './measure-designer.ts';

/** Two tables: what is worked out, and what a hand feels. */
export function describeDesigner({ rules, workers, frames }: DesignerResults): string[] {
  const { nodes } = rules;
  const work: Row[] = [
    [`validate ${nodes} levels (ms)`, number(rules.validateMs), '', ''],
    [`compile ${nodes} levels (ms)`, number(rules.compileMs), '', ''],
    [
      `ELK alone, ${workers.nodes} nodes, in the worker (ms)`,
      number(workers.bareElk.ms),
      '1',
      `${workers.bareElk.longTasks}`,
    ],
    [
      `automatic layout of ${workers.nodes} levels (ms)`,
      number(workers.arrange.ms),
      `${(workers.arrange.ms / workers.bareElk.ms).toFixed(2)} × ELK alone`,
      `${workers.arrange.longTasks}`,
    ],
    [
      'simulate 34 provinces and 3,321 communes, twice (ms)',
      number(workers.simulate.ms),
      '',
      `${workers.simulate.longTasks}`,
    ],
  ];
  const head = [
    'gesture',
    'bare p95 (ms)',
    'ours p95 (ms)',
    'bare frames/s',
    'ours frames/s',
    'ratio',
    'ours long tasks',
  ];
  return [
    ...table(['designer', 'result', 'ratio', 'long tasks on the page'], work),
    '',
    ...table(head, [emptyRow(frames.empty), ...frames.scenes.map(sceneRow)]),
  ];
}

const emptyRow = ({ p95, rate }: FrameTimes): Row => [
  'empty page',
  number(p95),
  '',
  number(rate),
  '',
  '',
  '',
];

const sceneRow = ({ scene, gesture, bare, ours }: SceneTimes): Row => [
  `${scene}: ${gesture}`,
  number(bare.p95),
  number(ours.p95),
  number(bare.rate),
  number(ours.rate),
  `${(ours.rate / bare.rate).toFixed(2)} × bare`,
  `${ours.longTasks}`,
];
