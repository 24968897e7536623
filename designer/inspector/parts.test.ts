import { describe, expect, it } from 'vitest';
import { DrawingNode } from '#model';
import { partsOf } from './parts.ts';

const node = (given: object) =>
  DrawingNode.parse({ id: 'a', name: 'A', parent: 'goc', select: { kind: 'root' }, ...given });
const names = (given: object, disseminates: boolean) =>
  partsOf(node(given), disseminates).flatMap((part) => [...part.names, ...part.below]);

describe('what the inspector shows of a level', () => {
  it('is, of the top, whom it starts and what it passes on, but no report', () => {
    expect(names({ parent: null }, true)).toEqual([
      'select',
      'sharedTasks',
      'actorTasks',
      'dissemination',
      'consolidation',
      'information',
    ]);
  });

  it('is, of the last level, nothing about passing on', () => {
    expect(names({}, false)).toEqual([
      'select',
      'allowEmpty',
      'subgroups',
      'tasks',
      'actorTasks',
      'obligations',
    ]);
  });

  it('never hides what is written, though it should not be there', () => {
    const sharedTasks = [{ id: 't', text: 'Việc' }];
    const obligations = [{ report: 'r', due: { kind: 'none' } }];
    expect(names({ sharedTasks, information: [{ name: 'Sở' }] }, false)).toEqual(
      expect.arrayContaining(['sharedTasks', 'information']),
    );
    expect(names({ parent: null, obligations }, true)).toContain('obligations');
  });
});
