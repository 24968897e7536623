import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { callerOf } from '../../stack/caller.ts';
import { BAC_KAN, BEFORE_THE_DEADLINE } from '../../stack/story/bac-kan.ts';
import { play } from '../../stack/story/play.ts';
import { rehearsal, type Rehearsal } from '../integration/lives/rehearsal.ts';

/** Document 001 in mid-course, as a newcomer finds it: five reports accepted, one returned, one to be decided. */
export async function midCourse(title: string): Promise<Rehearsal> {
  const { apiUrl, serviceKey } = inject('stack');
  const story = { ...BAC_KAN, moments: BEFORE_THE_DEADLINE };
  const { id } = await play({ caller: callerOf({ apiUrl, serviceKey }), story, keys: randomUUID(), title });
  return rehearsal(id);
}
