import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { vi } from '../locales/areas/tools.ts';
import { around, hitsIn, type KindNames } from './hits.ts';

const definition = Definition.parse(
  JSON.parse(readFileSync(new URL('../../templates/bac-kan-2024/definition.json', import.meta.url), 'utf8')),
);
const kinds: KindNames = {
  province: vi.preset_province,
  department: vi.preset_department,
  district: vi.preset_district,
  commune: vi.preset_commune,
  offices: vi.preset_offices,
  schools: vi.preset_schools,
  enterprises: vi.preset_enterprises,
  front: vi.preset_front,
  list: vi.preset_list,
  criterion: vi.preset_criterion,
};
const found = (query: string) => hitsIn(definition, query, kinds);

describe('searching the drawing', () => {
  it('finds names with and without accents', () => {
    const [root] = definition.nodes;
    expect(root && found(root.name)[0]).toEqual({ node: root?.id, where: 'name', text: root?.name });
    expect(found('xa').map(({ node }) => node)).toEqual(
      expect.arrayContaining(found('xã').map(({ node }) => node)),
    );
  });

  it('finds tasks and kinds of units, the top of the tree first', () => {
    const task = definition.nodes.flatMap(({ tasks, sharedTasks }) => [...sharedTasks, ...tasks])[0];
    expect(task && found(task.text)[0]).toMatchObject({ where: 'task', text: task?.text });
    expect(found('Cấp xã').some(({ where }) => where === 'kind')).toBe(true);
  });

  it('finds nothing without words', () => {
    expect(found(' ')).toEqual([]);
    expect(found('khongcogi')).toEqual([]);
  });
});

describe('what is shown of a hit', () => {
  it('is cut to where the words stand', () => {
    const text = 'Phối hợp với các đơn vị liên quan kiểm tra việc chấp hành quy định về giá';
    expect(around(text, 'chap hanh')).toEqual({
      before: '…liên quan kiểm tra việc ',
      found: 'chấp hành',
      after: ' quy định về giá',
    });
  });

  it('is the whole beginning where they stand early', () => {
    expect(around('Đội quản lý', 'quản')).toEqual({ before: 'Đội ', found: 'quản', after: ' lý' });
  });
});
