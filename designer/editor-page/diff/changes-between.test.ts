import i18next from 'i18next';
import ICU from 'i18next-icu';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '#templates';
import { addLevel, connectNodes, removeNodes, renameNode } from '../../drawing/commands/levels.ts';
import { moveNodes } from '../../drawing/commands/placing.ts';
import { editLetter, editNode } from '../../drawing/commands/editing.ts';
import { applied, type Command } from '../../drawing/command.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { PRESETS } from '../../drawing/presets.ts';
import { en } from '../../locales/en.ts';
import { vi } from '../../locales/vi.ts';
import { sameMeaning } from '../same.ts';
import { changesBetween } from './changes-between.ts';
import { marksOf, mergedDrawing } from './marks.ts';
import { sentenceOf } from './sentence.ts';
import { wordingOf } from './wording.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.use(ICU).init({
    resources: { vi: { translation: vi }, en: { translation: en } },
    lng: 'vi',
    interpolation: { escapeValue: false },
  }),
);
const DRAWINGS: readonly Drawing[] = TEMPLATES.map(({ definition, directive }) => ({
  definition,
  directive,
}));
const drawing = (key: string): Drawing => {
  const found = DRAWINGS.find(({ definition }) => definition.key === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return found;
};
const said = (before: Drawing, after: Drawing, language = 'vi'): string[] => {
  const words = wordingOf(
    {
      t: (key, params) => i18n.t(key, { ...params, lng: language }),
      exists: (key) => i18n.exists(key, { lng: language }),
      language,
    },
    [before, after],
  );
  return changesBetween(before, after).map((change) => sentenceOf(change, words));
};
const after = (before: Drawing, command: Command) => said(before, applied(before, command));

describe('changes between two drawings', () => {
  const chain = drawing('bon-cap-2024');
  const [province] = PRESETS;

  it('are none where only positions differ', () => {
    const moved = applied(
      chain,
      moveNodes(new Map([[chain.definition.nodes[1]?.id ?? '', { x: 900, y: 5 }]])),
    );
    expect(moved).not.toEqual(chain);
    expect(changesBetween(chain, moved)).toEqual([]);
  });

  it('name a level that came, went, was renamed or hung elsewhere', () => {
    const [top, second, third] = chain.definition.nodes;
    const add = addLevel({ id: 'moi', parent: top?.id ?? '', preset: province, name: 'Tỉnh biên giới' });
    expect(after(chain, add)).toEqual(['Thêm cấp “Tỉnh biên giới”']);
    expect(after(chain, removeNodes([third?.id ?? '']))).toContain(`Bỏ cấp “${third?.name}”`);
    expect(after(chain, renameNode(second?.id ?? '', 'Cấp tỉnh'))).toEqual([
      `Cấp “Cấp tỉnh”: tên đổi từ “${second?.name}” thành “Cấp tỉnh”`,
    ]);
    expect(after(chain, connectNodes(top?.id ?? '', third?.id ?? ''))[0]).toMatch(
      /cấp giao đổi từ “.+” thành “.+”/,
    );
  });

  it('say dates the way a letter does', () => {
    const node = chain.definition.nodes.find(({ obligations }) => obligations.length > 0);
    const sentences = after(
      chain,
      editNode(node?.id ?? '', ({ obligations: [rule] }) => {
        if (rule !== undefined) rule.due = { kind: 'date', date: '2024-12-08', time: null, bound: 'before' };
      }),
    );
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/: hạn đổi từ .+ thành trước 08\/12\/2024$/);
  });

  it('tell the order from the content', () => {
    const turned = applied(chain, {
      name: 'fix',
      change: ({ definition }) => {
        definition.nodes.reverse();
      },
    });
    expect(said(chain, turned).every((sentence) => sentence.startsWith('Đổi thứ tự cấp'))).toBe(true);
    expect(said(chain, turned).length).toBeGreaterThan(0);
  });

  it('tell the mark of secrecy', () => {
    const open = drawing('bac-kan-2024');
    const secret = applied(
      open,
      editLetter((directive) => void (directive.confidentiality = 'secret')),
    );
    expect(said(open, secret)).toEqual(['Văn bản: độ mật đổi từ không có thành tối mật']);
    expect(said(secret, open)).toEqual(['Văn bản: độ mật đổi từ tối mật thành không có']);
  });

  it('tell a rewritten paragraph once', () => {
    const letter = DRAWINGS.find(({ directive }) => (directive?.paragraphs.length ?? 0) > 1) ?? chain;
    const sentences = after(
      letter,
      editLetter((directive) => {
        directive.paragraphs[1] = 'Các đơn vị báo cáo đúng hạn.';
      }),
    );
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^Văn bản, đoạn “Các đơn vị báo cáo đúng hạn\.”: nội dung đổi từ “/);
  });

  it('are told of every pair of templates in both languages, without keys, JSON or placeholders', () => {
    for (const language of ['vi', 'en']) {
      for (const before of DRAWINGS) {
        for (const now of DRAWINGS) {
          const sentences = said(before, now, language);
          expect(sentences.length === 0).toBe(before === now);
          const odd = sentences.filter((each) =>
            /[{}[\]]|\bundefined\b|\bnull\b|\[object|editor\.|"\w+":|not found/.test(each),
          );
          expect(odd).toEqual([]);
        }
      }
    }
  });

  it('are none exactly where the meaning is the same', () => {
    const commands = fc.array(fc.nat({ max: 400 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat({ max: DRAWINGS.length - 1 }), commands, (which, picks) => {
        const before = DRAWINGS[which] ?? chain;
        const now = picks.reduce((at, pick) => applied(at, edit(at, pick)), before);
        expect(changesBetween(before, now).length === 0).toBe(sameMeaning(before, now));
        expect(changesBetween(now, before).length === 0).toBe(sameMeaning(before, now));
      }),
      { numRuns: 60 },
    );
  });
});

/** Some edit, meaningful or not: names, positions, removals, order, values anywhere in the plain data. */
function edit(at: Drawing, pick: number): Command {
  const nodes = at.definition.nodes;
  const node = nodes[pick % nodes.length];
  const id = node?.id ?? '';
  if (pick % 5 === 0) return moveNodes(new Map([[id, { x: pick, y: pick }]]));
  if (pick % 5 === 1) return renameNode(id, pick % 2 === 0 ? (node?.name ?? '') : `Cấp ${pick}`);
  if (pick % 5 === 2) return removeNodes([id]);
  return {
    name: 'fix',
    change: ({ definition, directive }) => {
      if (pick % 5 === 3) {
        const list = pick % 2 === 0 ? definition.reports : definition.nodes;
        const first = list.shift();
        if (first !== undefined) (list as unknown[]).splice(pick % (list.length + 1), 0, first); // back into its own list
      } else if (directive !== null && pick % 2 === 0) directive.paragraphs.splice(pick % 3, 1);
      else definition.nodes[pick % nodes.length]?.tasks.splice(0, 1);
    },
  };
}

describe('the canvas of a comparison', () => {
  const before = drawing('bon-cap-2024');
  const district = before.definition.nodes[2]?.id ?? '';
  const now = applied(before, removeNodes([district]));

  it('keeps what was removed, hanging where it hung, and marks it', () => {
    const changes = changesBetween(before, now);
    const merged = mergedDrawing(before, now);
    expect(marksOf(changes).get(district)).toBe('removed');
    expect(merged.definition.nodes.map(({ id }) => id).sort()).toEqual(
      before.definition.nodes.map(({ id }) => id).sort(),
    );
    expect(marksOf(changes).get(before.definition.nodes[3]?.id ?? '')).toBe('changed');
  });

  it('marks what is new', () => {
    expect(marksOf(changesBetween(now, before)).get(district)).toBe('added');
  });
});
