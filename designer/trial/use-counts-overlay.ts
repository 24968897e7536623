import { useEffect, useMemo } from 'react';
import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import { useLevels, useTree } from '../api/queries.ts';
import { useEditor, useFindings } from '../drawing/editor.tsx';
import { focalNames } from '../monitor/focal-names.ts';

/**
 * Lays the live counts of a campaign over the drawing for as long as the caller is there; answers the names
 * of units at hand.
 */
export function useCountsOverlay(campaignId: string, period: string): ReadonlyMap<string, string> {
  const { view } = useEditor();
  const place = { campaignId, period };
  const levels = useLevels(place).data?.items;
  const tree = useTree(place, null).data?.pages;
  const register = useFindings(({ units }) => units);
  const known = useMemo(() => new Map((register ?? []).map(({ id, name }) => [id, name])), [register]);
  const focal = useMemo(() => {
    const parent = tree?.[0]?.parent;
    const units = [...(parent ? [parent] : []), ...(tree?.flatMap((page) => page.units) ?? [])];
    return focalNames(units, known);
  }, [tree, known]);
  useEffect(() => {
    const counts = new Map((levels ?? []).map((level) => [level.nodeId, level]));
    view.getState().show({ overlay: { kind: 'counts', counts, focal } });
  }, [view, levels, focal]);
  useEffect(() => () => view.getState().show({ overlay: { kind: 'none' } }), [view]);
  return known;
}
