import { describe, expect, it } from 'vitest';
import { Definition, type Problem } from '#model';
import { firstDrawing } from '../library/first-drawing.ts';
import { sentenceAt } from './sentence-at.ts';

const { definition } = firstDrawing('Tuần hàng', 'tuan-hang');
const named = Definition.parse({
  ...definition,
  nodes: definition.nodes.map((node) => ({ ...node, name: 'Các xã' })),
});
const problem = (path: Problem['path'], code: Problem['code'] = 'schedule.dueUnknown'): Problem => ({
  code,
  severity: 'error',
  path,
  params: {},
});

describe('the sentence of a problem', () => {
  it('begins with the level that it concerns, wherever the place begins', () => {
    expect(sentenceAt(problem(['nodes', 0, 'obligations']), named, 'vi')).toMatch(/^Các xã: ./);
    expect(sentenceAt(problem(['definition', 'nodes', 0]), named, 'vi')).toMatch(/^Các xã: ./);
  });
  it('stands alone where it concerns no level', () => {
    expect(sentenceAt(problem(['directive', 'signature']), named, 'vi')).not.toContain('Các xã');
  });
});
