import { describe, expect, it } from 'vitest';
import { bringsInspector } from './use-follow-selection.ts';

const nothing = {
  selection: new Set<string>(),
  panel: 'letter',
  place: null,
  overlay: { kind: 'none' },
} as const;
const selected = { ...nothing, selection: new Set(['xa']) };

describe('a level that is selected', () => {
  it('brings its properties to the front', () => {
    expect(bringsInspector(selected, nothing)).toBe(true);
  });
  it('leaves the panel that was asked for along with it', () => {
    expect(bringsInspector({ ...selected, panel: 'reports' }, nothing)).toBe(false);
    expect(bringsInspector({ ...selected, place: { path: ['directive'] } }, nothing)).toBe(false);
  });
  it('leaves the versions in view', () => {
    const versions = { ...nothing, panel: 'versions' } as const;
    expect(bringsInspector({ ...selected, panel: 'versions' }, versions)).toBe(false);
  });
  it('changes nothing when the selection is given up', () => {
    expect(bringsInspector(nothing, selected)).toBe(false);
  });
});
