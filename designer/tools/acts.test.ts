import { describe, expect, it } from 'vitest';
import { validate } from '#engine';
import { PRESETS } from '../drawing/presets.ts';
import { act } from './acts.ts';
import { addFocalPoint, addInformation } from './adding.ts';
import type { Bench } from './bench.ts';
import { benchOf } from './bench-of-tests.ts';
import { alignSelected } from './changing.ts';
import { copied, cut, paste } from './clipboard.ts';
import { entriesOf } from './entries.ts';

const present = ({ editor }: Bench) => editor.drawing.getState().present;
const ids = (bench: Bench) => present(bench).definition.nodes.map(({ id }) => id);
const level = (bench: Bench, id: string) => present(bench).definition.nodes.find((node) => node.id === id);
const selected = ({ editor }: Bench) => [...editor.view.getState().selection];
const select = ({ editor }: Bench, ...chosen: string[]) => editor.view.getState().select(chosen);
const said = ({ tools }: Bench) => tools.getState().notice?.key ?? null;
const steps = ({ editor }: Bench) => editor.drawing.getState().past.length;
const rootOf = (bench: Bench) =>
  present(bench).definition.nodes.find(({ parent }) => parent === null)?.id ?? '';
const someChild = (bench: Bench) =>
  present(bench).definition.nodes.find(({ parent }) => parent === rootOf(bench))?.id ?? '';

describe('what keys and buttons do', () => {
  it('adds below the selected level and lets its name be typed', () => {
    const bench = benchOf('bac-kan-2024');
    const under = someChild(bench);
    select(bench, under);
    const before = ids(bench);
    act(
      'add',
      bench,
      PRESETS.findIndex(({ key }) => key === 'schools'),
    );
    const [made = ''] = ids(bench).filter((id) => !before.includes(id));
    expect(level(bench, made)).toMatchObject({ name: 'Các trường học', parent: under });
    expect(selected(bench)).toEqual([made]);
    expect(bench.editor.view.getState().renaming).toBe(made);
    expect(steps(bench)).toBe(1);
  });

  it('adds below the top when nothing is selected', () => {
    const bench = benchOf('bac-kan-2024');
    act('add', bench, 0);
    expect(level(bench, selected(bench)[0] ?? '')?.parent).toBe(rootOf(bench));
  });

  it('inserts above the selected level, and says why not above the top', () => {
    const bench = benchOf('bon-cap-2024');
    const below = someChild(bench);
    select(bench, below);
    act('insert', bench, 1);
    const [made = ''] = selected(bench);
    expect(level(bench, below)?.parent).toBe(made);
    expect(level(bench, made)?.parent).toBe(rootOf(bench));
    select(bench, rootOf(bench));
    act('insert', bench, 1);
    expect([steps(bench), said(bench)]).toEqual([1, 'nothingAbove']);
  });

  it('refuses the level that no drawing has room for', () => {
    const bench = benchOf('bon-cap-2024');
    const { definition } = present(bench);
    const last = level(bench, ids(bench).at(-1) ?? '');
    const more = [...Array(499 - definition.nodes.length).keys()].map((nth) => ({
      ...last,
      id: `them-${nth}`,
    }));
    const nodes = [...definition.nodes, ...more] as typeof definition.nodes; // copies of a level of the drawing
    bench.editor.drawing.getState().open({ definition: { ...definition, nodes }, directive: null });
    act('add', bench, 9);
    act('add', bench, 9);
    act('duplicate', bench);
    expect([ids(bench).length, steps(bench), said(bench)]).toEqual([500, 1, 'tooMany']);
  });

  it('removes levels in one step and selects the level above; the top stays and says so', () => {
    const bench = benchOf('bon-cap-2024');
    const gone = someChild(bench);
    select(bench, rootOf(bench), gone);
    act('remove', bench);
    expect(ids(bench)).not.toContain(gone);
    expect(selected(bench)).toEqual([rootOf(bench)]);
    expect(steps(bench)).toBe(1);
    act('remove', bench);
    expect([steps(bench), said(bench)]).toEqual([1, 'topStays']);
    act('undo', bench);
    expect(ids(bench)).toContain(gone);
  });

  it('sets a focal point, goes to its field, and removes it again by its own node', () => {
    const bench = benchOf('bon-cap-2024');
    const group = someChild(bench);
    select(bench, group);
    addFocalPoint(bench);
    const via = level(bench, group)?.obligations.map((rule) => rule.via?.select);
    expect(via).toEqual(via?.map(() => ({ kind: 'list', units: [] })));
    expect(bench.editor.view.getState().place?.path.slice(-3)).toEqual([0, 'via', 'select']);
    addFocalPoint(bench);
    expect(said(bench)).toBe('hasFocalPoint');
    select(bench, `via/${rootOf(bench)}/0`);
    act('remove', bench);
    expect(level(bench, group)?.obligations.every((rule) => rule.via === null)).toBe(true);
    expect(ids(bench)).toContain(group);
  });

  it('adds somebody to be told', () => {
    const bench = benchOf('bon-cap-2024');
    addInformation(bench);
    expect(level(bench, rootOf(bench))?.information.at(-1)).toEqual({ name: 'Nơi nhận để biết', unit: null });
  });

  it('duplicates beside the original', () => {
    const bench = benchOf('bon-cap-2024');
    const original = someChild(bench);
    select(bench, original);
    act('duplicate', bench);
    const [copy = ''] = selected(bench);
    expect(copy).not.toBe(original);
    expect(level(bench, copy)).toMatchObject({ parent: rootOf(bench), name: level(bench, original)?.name });
  });

  it('copies into another drawing, below what is selected there', () => {
    const [from, to] = [benchOf('bon-cap-2024'), benchOf('quan-7-2023')];
    const wanted = ids(from).filter((id) => id !== rootOf(from));
    select(from, ...wanted);
    const text = copied(from) ?? '';
    paste(to, text);
    expect(selected(to)).toHaveLength(wanted.length);
    expect(level(to, selected(to)[0] ?? '')?.parent).toBe(rootOf(to));
    expect(validate(present(to).definition).filter(({ code }) => /(report|event)Unknown/.test(code))).toEqual(
      [],
    );
  });

  it('pastes a copy beside its original while that is still selected', () => {
    const bench = benchOf('bon-cap-2024');
    const original = someChild(bench);
    select(bench, original);
    paste(bench, copied(bench) ?? '');
    expect(level(bench, selected(bench)[0] ?? '')?.parent).toBe(rootOf(bench));
  });

  it('cuts in one step and pastes back what was cut', () => {
    const bench = benchOf('bon-cap-2024');
    const leaf = ids(bench).at(-1) ?? '';
    const before = level(bench, leaf);
    select(bench, leaf);
    const text = cut(bench) ?? '';
    expect([ids(bench).includes(leaf), steps(bench)]).toEqual([false, 1]);
    paste(bench, text);
    expect(level(bench, leaf)).toEqual(before);
  });

  it('changes nothing for a clip that is none', () => {
    const bench = benchOf('bon-cap-2024');
    paste(bench, 'Kính gửi');
    expect([steps(bench), said(bench)]).toEqual([0, 'notAClip']);
  });

  it('locks, and unlocks where all are locked; a locked level is not aligned', () => {
    const bench = benchOf('bon-cap-2024');
    const [first = '', second = ''] = ids(bench);
    select(bench, first, second);
    act('lock', bench);
    const places = () => present(bench).definition.layout.nodes;
    expect([places()[first]?.locked, places()[second]?.locked]).toEqual([true, true]);
    const before = places();
    alignSelected(bench, 'top');
    expect(places()).toEqual(before);
    act('lock', bench);
    expect(places()[first]?.locked).toBe(false);
  });

  it('leaves one thing after the other', () => {
    const bench = benchOf('bon-cap-2024');
    select(bench, rootOf(bench));
    act('search', bench);
    act('leave', bench);
    expect([bench.tools.getState().searching, selected(bench).length]).toEqual([null, 1]);
    act('leave', bench);
    expect(selected(bench)).toEqual([]);
  });
});

describe('the command palette', () => {
  it('offers every level, every panel and what the page hands in', () => {
    const bench = benchOf('bac-kan-2024');
    let ran = 0;
    const entries = entriesOf(bench, {
      extras: [{ id: 'publish', label: 'Ban hành', run: () => (ran += 1) }],
      nodes: bench.editor.drawing.getState().present.definition.nodes,
    });
    expect(entries.filter(({ group }) => group === 'level')).toHaveLength(ids(bench).length);
    entries.find(({ id }) => id === 'page-publish')?.run();
    entries.find(({ id }) => id === 'drawer-dates')?.run();
    expect([ran, bench.editor.view.getState().drawer]).toEqual([1, 'dates']);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('offers nothing that changes a drawing which may only be read', () => {
    const bench = benchOf('bac-kan-2024', { readOnly: true });
    for (const entry of entriesOf(bench, {
      extras: [],
      nodes: bench.editor.drawing.getState().present.definition.nodes,
    }))
      if (entry.id !== 'copy') entry.run();
    expect(steps(bench)).toBe(0);
  });
});
