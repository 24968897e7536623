import { describe, expect, it } from 'vitest';
import { isEdited, printedNarrative } from '#model';
import type { Narrative } from './api.ts';
import {
  changed,
  edits,
  lookedAt,
  merged,
  moved,
  taken,
  unused,
  type Working,
  written,
} from './paragraphs.ts';

const source = (unitId: string, text: string) => ({
  key: `o/${unitId}`,
  unitId,
  unitName: `Phường ${unitId}`,
  viaUnitName: null,
  version: 1,
  text,
});
const paragraph = (id: string, unitId: string, text: string): Working => ({
  id,
  picked: true,
  text,
  sources: [source(unitId, text)],
  changes: [],
  looked: [],
});
const two = [paragraph('p-1', 'a', 'Treo cờ.'), paragraph('p-2', 'b', 'Đưa tin.')];

describe('the paragraphs of a narrative', () => {
  it('are printed with the unit that wrote them until somebody changes a word', () => {
    expect(printedNarrative(two)).toBe('Phường a: Treo cờ.\nPhường b: Đưa tin.');
    const edited = changed(two, 'p-2', (each) => ({ ...each, text: 'Đã đưa tin.' }));
    expect(printedNarrative(edited)).toBe('Phường a: Treo cờ.\nĐã đưa tin.');
  });

  it('that are not picked are not printed, and stay', () => {
    const left = changed(two, 'p-1', (each) => ({ ...each, picked: false }));
    expect(printedNarrative(left)).toBe('Phường b: Đưa tin.');
    expect(left).toHaveLength(2);
  });

  it('keep every source when they are merged', () => {
    const [one, ...rest] = merged(two, 'p-2');
    expect(rest).toEqual([]);
    expect(one?.text).toBe('Treo cờ. Đưa tin.');
    expect(one?.sources.map(({ unitId }) => unitId)).toEqual(['a', 'b']);
    expect(merged(two, 'p-1')).toEqual(two);
  });

  it('change places, and stay where there is no place to go', () => {
    expect(moved(two, 'p-2', -1).map(({ id }) => id)).toEqual(['p-2', 'p-1']);
    expect(moved(two, 'p-1', -1)).toEqual(two);
  });

  it('take over a source that has changed, or keep their own words as an edited text', () => {
    const now = source('a', 'Treo cờ và phướn.');
    const flagged = { ...two[0], changes: [{ key: now.key, now }] } as Working; // two[0] is there, see above
    const took = lookedAt(flagged, true);
    expect([took.text, isEdited(took), took.changes]).toEqual(['Treo cờ và phướn.', false, []]);
    const kept = lookedAt(flagged, false);
    expect([kept.text, isEdited(kept), kept.changes]).toEqual(['Treo cờ.', true, []]);
    expect(edits([kept])[0]).toMatchObject({ looked: [now.key], text: 'Treo cờ.' });
  });

  it('are sent without the words that nobody has changed', () => {
    const edited = changed(two, 'p-2', (each) => ({ ...each, text: 'Đã đưa tin.' }));
    expect(edits(edited).map(({ text }) => text)).toEqual([null, 'Đã đưa tin.']);
  });

  it('stay marked where the source is gone', () => {
    const gone = { ...two[0], changes: [{ key: 'o/a', now: null }] } as Working; // as above
    expect(lookedAt(gone, true).changes).toHaveLength(1);
  });

  it('have ids of their own, whatever was taken away before', () => {
    const [, second] = two;
    const more = written(taken(second === undefined ? [] : [second], source('c', 'Mới.')));
    expect(new Set(more.map(({ id }) => id)).size).toBe(3);
  });

  it('leave what nobody has taken up yet to be seen', () => {
    const available = [source('a', 'Treo cờ.'), source('c', 'Mới.')].map((one) => ({
      ...one,
      behind: false,
    }));
    const narrative = { available } as unknown as Narrative; // only what is looked at
    expect(unused(narrative, two).map(({ unitId }) => unitId)).toEqual(['c']);
  });
});
