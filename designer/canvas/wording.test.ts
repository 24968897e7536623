import i18next from 'i18next';
import ICU from 'i18next-icu';
import { beforeAll, describe, expect, it } from 'vitest';
import { en, vi } from '../locales/areas/canvas.ts';
import { drawn } from './fixtures.ts';
import { factsOf, type LevelFacts } from './level-facts.ts';
import { levelName, whoText } from './wording.ts';

const i18n = i18next.createInstance();
beforeAll(async () => {
  const resources = { vi: { translation: { canvas: vi } }, en: { translation: { canvas: en } } };
  await i18n.use(ICU).init({ resources, lng: 'vi', interpolation: { escapeValue: false } });
});

const known = factsOf({
  definition: drawn(),
  overlay: { kind: 'none' },
  problems: [],
  groups: new Map([['district', { count: 3321, units: [] }]]),
  schedule: null,
  startOn: '2024-11-20',
  daysUntil: () => null,
}).get('district');
const district = (more: Partial<LevelFacts> = {}): LevelFacts => {
  if (known === undefined) throw new Error('no such level');
  return { ...known, ...more };
};
const due = { kind: 'before', date: '2024-12-08', time: null, left: 12 } as const;

describe('a level in words', () => {
  it('is one sentence with name, addressees, tasks, date with its day, and problems', () => {
    const facts = district({ due, tasks: 2, errors: 1 });
    expect(levelName(facts, i18n.getFixedT('vi'))).toBe(
      'Cấp Huyện, Huyện, quận · 3.321 đơn vị, 2 việc, hạn trước 08/12/2024 Chủ nhật, 1 lỗi',
    );
    expect(levelName(facts, i18n.getFixedT('en'))).toBe(
      'Level Huyện, Districts · 3,321 units, 2 tasks, due before 08/12/2024 Sunday, 1 error',
    );
  });

  it('says how far it has come while a campaign runs', () => {
    const counts = { nodeId: 'district', units: 8, waiting: 2, done: 5, late: 1 };
    expect(levelName(district({ counts }), i18n.getFixedT('vi'))).toBe(
      'Cấp Huyện, 8 đơn vị, 5 xong, 2 đang chờ, 1 muộn',
    );
  });

  it('names a kind that nobody put into words by its key, and says what is still missing', () => {
    const t = i18n.getFixedT('vi');
    const who = { kind: 'kinds', kinds: ['border-post'], listed: 0, count: null, only: null } as const;
    expect(whoText(who, t)).toBe('border post');
    expect(whoText({ ...who, kinds: [] }, t)).toBe('Chưa chọn loại đơn vị');
    expect(whoText({ ...who, kind: 'list', kinds: [] }, t)).toBe('Chưa chọn đơn vị');
  });
});
