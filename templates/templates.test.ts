import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_UNITS, TEMPLATE_KEYS, TEMPLATES } from './index.ts';

const HERE = new URL('./', import.meta.url);

describe('the templates', () => {
  it('are all the folders, under the key of their drawing', () => {
    const folders = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect([...TEMPLATE_KEYS].sort()).toEqual(folders.sort());
    for (const { key, definition } of TEMPLATES) expect(definition.key).toBe(key);
  });

  it('hold no unit twice and no code twice, so that all can be loaded together', () => {
    expect(new Set(EXAMPLE_UNITS.map(({ id }) => id)).size).toBe(EXAMPLE_UNITS.length);
    expect(new Set(EXAMPLE_UNITS.map(({ code }) => code)).size).toBe(EXAMPLE_UNITS.length);
  });

  it('list parents before their children', () => {
    const seen = new Set<string>();
    for (const { id, parentId } of EXAMPLE_UNITS) {
      const parent = EXAMPLE_UNITS.find((unit) => unit.id === parentId);
      expect(parent === undefined || seen.has(parent.id)).toBe(true);
      seen.add(id);
    }
  });

  it('hang only below the national lists or below each other', () => {
    const known = new Set<string>(EXAMPLE_UNITS.map(({ id }) => id));
    for (const { parentId } of EXAMPLE_UNITS) {
      expect(
        parentId === null ||
          known.has(parentId) ||
          parentId === 'vn' ||
          /^2024-(province|district)-\d+$/.test(parentId),
      ).toBe(true);
    }
  });

  it.each(TEMPLATES)(
    '$key binds every line of Kính gửi to a group of its drawing',
    ({ definition, directive }) => {
      const nodes = new Set<string>(definition.nodes.map(({ id }) => id));
      expect(directive.addressees.length).toBeGreaterThan(0);
      for (const { node } of directive.addressees) expect(nodes).toContain(node);
    },
  );

  it.each(TEMPLATES)('$key is written in NFC without markup or non-breaking spaces', ({ key }) => {
    for (const file of ['definition.json', 'directive.json', 'units.json', 'note.md']) {
      const text = readFileSync(new URL(`${key}/${file}`, HERE), 'utf8');
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/\u00a0|<sup>/);
      if (file.endsWith('.json')) expect(text).not.toContain('**');
    }
  });

  it('keep the spellings of the sources', () => {
    const text = JSON.stringify(TEMPLATES);
    for (const written of [
      'Lòng ghép',
      'báo cáo tình theo quy định',
      'Công TTĐT Heza',
      'Hướng ứng Chương trình',
      'Giáo dục và Đào theo',
      '1101-CV/TU',
      'BQL-DN&GSĐT',
    ]) {
      expect(text).toContain(written);
    }
  });

  it('leave document 004 unsigned and document 003 marked as inferred', () => {
    const find = (key: string) => TEMPLATES.find((template) => template.key === key);
    expect(find('quan-7-2023')?.directive.signature).toBeNull();
    expect(find('tuan-hang-viet-2024')?.definition.reports.every(({ inferred }) => inferred)).toBe(true);
  });

  it('differ in the chain of 2025 from that of 2024 only by the districts', () => {
    const shape = (key: string) =>
      TEMPLATES.find((template) => template.key === key)?.definition.nodes.map(
        ({ id, select, obligations, consolidation }) => ({ id, select, obligations, consolidation }),
      );
    expect(shape('bon-cap-2025')).toEqual(shape('bon-cap-2024')?.filter(({ id }) => id !== 'huyen'));
  });
});
