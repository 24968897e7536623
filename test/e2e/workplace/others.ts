import { succeed } from '../../harness/api-client.ts';
import { listAll, type Rehearsal } from '../../integration/lives/rehearsal.ts';
import type { Obligation } from '../../integration/lives/shapes.ts';
import { ECONOMY_ID } from './desk.ts';

/** The same from everybody: 10 banners, 1 article, 1,5 million. */
const VALUES = { 'so-bang-ron': 10, 'so-tin-bai': 1, 'kinh-phi': '1,5' };

type Owed = Obligation & { readonly unitName: string };

const owedHere = (its: Rehearsal) =>
  listAll<Owed>(`/api/obligations?campaign=${its.id}&collector=${ECONOMY_ID}&`);

/** Everybody who reports to phòng Kinh tế, as a system does it for them; all but those who do it themselves. */
export async function reportOthers(its: Rehearsal, themselves: readonly string[]): Promise<void> {
  const others = (await owedHere(its)).filter(({ unitId }) => !themselves.includes(unitId));
  await Promise.all(
    others.map(({ id, unitName }) =>
      succeed('POST', `/api/obligations/${id}/reports`, {
        body: { values: VALUES, sections: { 'ket-qua-chinh': `${unitName} đã treo 10 băng rôn.` } },
      }),
    ),
  );
}

/** Accepts what waits, but for those that somebody decides on by hand. */
export async function acceptAllBut(its: Rehearsal, byHand: readonly string[]): Promise<void> {
  const waiting = (await owedHere(its)).filter(
    ({ unitId, status }) => status === 'submitted' && !byHand.includes(unitId),
  );
  await Promise.all(
    waiting.map(({ id, version, revision }) =>
      succeed('POST', `/api/obligations/${id}/reports/${version}/acceptance`, {
        body: { expectedRevision: revision },
      }),
    ),
  );
}
