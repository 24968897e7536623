import { describe, expect, it } from 'vitest';
import { schedule, validate } from '#engine';
import type { Calendar } from '#model';
import { TEMPLATES } from '../../../templates/index.ts';
import { applied, type Command } from '../command.ts';
import type { Drawing } from '../drawing.ts';
import { PRESETS } from '../presets.ts';
import { addLevel, connectNodes, insertLevel, removeNodes } from './levels.ts';
import { moveNodes } from './placing.ts';

const template = (key: string): Drawing => {
  const found = TEMPLATES.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return { definition: found.definition, directive: found.directive };
};
const week: Calendar = {
  id: 'vn',
  version: 1,
  name: 'Monday to Friday',
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 2024, to: 2026 },
  days: [],
  unitDays: [],
};
const errors = ({ definition, directive }: Drawing) =>
  validate(definition, { directive, calendars: [week] }).filter(({ severity }) => severity === 'error');
const datesOf = ({ definition }: Drawing): Record<string, string | null> => {
  const found = schedule({ definition, calendars: [week], startAt: '2024-10-01T01:00:00Z', parameters: {} });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return Object.fromEntries(
    Object.entries(found.value.periods[0]?.dues ?? {}).map(([key, due]) => [key, due.date]),
  );
};
const parents = ({ definition }: Drawing) =>
  Object.fromEntries(definition.nodes.map(({ id, parent }) => [id, parent]));
const after = (key: string, ...commands: Command[]) => commands.reduce(applied, template(key));
const district = PRESETS.find(({ key }) => key === 'district') ?? PRESETS[0];

describe('removing a level', () => {
  it('takes the district out in one deletion: communes hang on the province and count from its date', () => {
    const without = after('bon-cap-2024', removeNodes(['huyen']));
    expect(parents(without)).toEqual({ bo: null, tinh: 'bo', xa: 'tinh' });
    expect(errors(without)).toEqual([]);
    expect(datesOf(without)).toEqual({ 'tinh/ket-qua': '2024-12-13', 'xa/ket-qua': '2024-12-06' });
  });

  it('hands the date on where leads would have nothing left to count from', () => {
    const without = after('bon-cap-2024', removeNodes(['tinh']));
    expect(errors(without)).toEqual([]);
    expect(datesOf(without)['huyen/ket-qua']).toBe('2024-12-13');
  });

  it('keeps the shared tasks for those who got them', () => {
    const texts = (drawing: Drawing, id: string) =>
      drawing.definition.nodes.find((node) => node.id === id)?.tasks.map((task) => task.text) ?? [];
    const before = template('bon-cap-2024');
    const shared = before.definition.nodes.find(({ id }) => id === 'huyen')?.sharedTasks ?? [];
    expect(texts(after('bon-cap-2024', removeNodes(['huyen'])), 'xa')).toEqual([
      ...shared.map(({ text }) => text),
      ...texts(before, 'xa'),
    ]);
  });

  it('unbinds the addressees of the letter, drops its targets, and never takes the top', () => {
    const before = template('bac-kan-2024');
    const ids = before.definition.nodes.map(({ id }) => id);
    const bare = applied(before, removeNodes(ids));
    expect(bare.definition.nodes.map(({ id }) => id)).toEqual(['thanh-pho']);
    expect(bare.directive?.addressees.map(({ node }) => node)).toEqual(
      bare.directive?.addressees.map(() => null),
    );
    expect(errors(bare)).toEqual([]);
  });
});

describe('a level between two others', () => {
  it('takes over the date, and the one below comes some working days earlier', () => {
    const drawn = after(
      'bon-cap-2025',
      insertLevel({ id: 'huyen', name: 'UBND cấp huyện', preset: district, below: 'xa' }),
    );
    expect(parents(drawn)).toEqual({ bo: null, tinh: 'bo', huyen: 'tinh', xa: 'huyen' });
    expect(errors(drawn)).toEqual([]);
  });
});

describe('a level added', () => {
  it('owes what its siblings owe', () => {
    const drawn = after(
      'bac-kan-2024',
      addLevel({ id: 'moi', name: 'Nhóm mới', preset: district, parent: 'thanh-pho' }),
    );
    const [sibling] = template('bac-kan-2024').definition.nodes.filter(
      ({ parent }) => parent === 'thanh-pho',
    );
    expect(drawn.definition.nodes.at(-1)?.obligations).toEqual(sibling?.obligations);
  });

  it('stands in free room once levels were placed by hand', () => {
    const drawn = after(
      'bac-kan-2024',
      moveNodes(new Map([['phong-ban', { x: 900, y: 300 }]])),
      addLevel({ id: 'moi', name: 'Nhóm mới', preset: district, parent: 'thanh-pho' }),
    );
    const places = Object.values(drawn.definition.layout.nodes).map(({ x, y }) => `${x} ${y}`);
    expect(places).toHaveLength(drawn.definition.nodes.length);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('connecting', () => {
  it('moves a branch, and leaves the focal point of the old parent behind', () => {
    const drawn = after('bac-kan-2024', connectNodes('mat-tran', 'phong-ban'));
    const moved = drawn.definition.nodes.find(({ id }) => id === 'phong-ban');
    expect(moved?.parent).toBe('mat-tran');
    expect(moved?.obligations.map(({ via }) => via)).toEqual([null]);
  });
});
