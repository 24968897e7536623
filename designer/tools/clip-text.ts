import { z } from 'zod';
import { DrawingNode } from '#model';
import type { Clip } from '../drawing/commands/copying.ts';
import type { NoticeKey } from './tools-store.ts';

/** More text than the largest drawing has: not even read. */
const LONGEST = 4_000_000;
const MOST = 500;
const Coordinate = z.number().min(-1e6).max(1e6);

const ClipText = z.object({
  kind: z.literal('cascade-levels'),
  nodes: z.array(DrawingNode).min(1).max(MOST),
  places: z.record(z.string().max(60), z.object({ x: Coordinate, y: Coordinate })),
});

export const clipText = (clip: Clip): string => JSON.stringify(clip);

type Read = { readonly ok: true; readonly clip: Clip } | { readonly ok: false; readonly why: NoticeKey };

/** Levels from the clipboard, where anything may be: foreign text is no clip, a damaged or hostile clip is refused. */
export function parseClip(text: string): Read {
  if (text.trim() === '') return { ok: false, why: 'emptyClip' };
  if (text.length > LONGEST) return { ok: false, why: 'notAClip' };
  const json = asJson(text);
  if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== 'cascade-levels') {
    return { ok: false, why: 'notAClip' };
  }
  const parsed = ClipText.safeParse(json);
  if (!parsed.success || !isForest(parsed.data.nodes)) return { ok: false, why: 'damagedClip' };
  return { ok: true, clip: parsed.data };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // any other text
  }
}

/** No key twice, and from every level one gets out of the clip by going up. */
function isForest(nodes: readonly DrawingNode[]): boolean {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  if (parents.size !== nodes.length) return false;
  const leadsOut = new Set<string>();
  for (const { id } of nodes) {
    const way = new Set<string>();
    let at: string | null | undefined = id;
    while (typeof at === 'string' && parents.has(at) && !leadsOut.has(at)) {
      if (way.has(at)) return false;
      way.add(at);
      at = parents.get(at);
    }
    for (const each of way) leadsOut.add(each);
  }
  return true;
}
