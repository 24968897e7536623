import { readIfSecret, toldBeside } from './campaigns.ts';
import { codeOf, shownCodeOf } from './document-code.ts';
import { literally } from './like.ts';
import { unitsOfSmallScope } from './small-scope.ts';
import type { Queryable } from './transaction.ts';

interface FoundCampaign {
  readonly id: string;
  readonly title: string;
  readonly documentCode: string | null;
  readonly mode: 'live' | 'rehearsal';
  readonly status: 'running' | 'closed' | 'cancelled';
}

/** A letter with which a unit passed a directive on: issued here (`letterId`), or told by a system. */
interface FoundLetter {
  readonly letterId: string | null;
  readonly campaignId: string;
  readonly documentCode: string;
  readonly subject: string | null;
  readonly unitName: string;
}

interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly parentName: string | null;
  /** The latest ones in which it has something to do. */
  readonly campaigns: readonly { readonly id: string; readonly title: string }[];
}

export interface Found {
  readonly campaigns: readonly FoundCampaign[];
  readonly letters: readonly FoundLetter[];
  readonly units: readonly FoundUnit[];
}

/** Exactly so first, then what begins so. */
const rank = (text: string): string =>
  `CASE WHEN ${text} = $3 THEN 0 WHEN fold(${text}) LIKE $2 || '%' THEN 1 ELSE 2 END`;
const like = (text: string): string => `fold(${text}) LIKE '%' || $2 || '%'`;
const inScope = (column: string): string =>
  `($1::text IS NULL OR EXISTS (SELECT FROM unit u, unit s WHERE s.id = $1 AND u.id = ${column} AND u.path <@ s.path))`;
/** Sent by a unit of the scope, or to one. */
const letterSeen = (letter: string): string => `(${inScope(`${letter}.unit_id`)} OR EXISTS (
  SELECT FROM obligation o WHERE o.campaign_id = ${letter}.campaign_id AND o.period_key = ${letter}.period_key
     AND o.disseminator_unit_id = ${letter}.unit_id AND ${inScope('o.unit_id')}))`;

/** So many of the country's newest are asked whether a reader of a large subtree may see them. */
const NEWEST = 1000;

/** By whom the units `$5` of a small scope were reached, null for a large one: nothing else has to be looked through there. */
const REACH = `reach AS MATERIALIZED (
  SELECT DISTINCT o.campaign_id, o.period_key, o.disseminator_unit_id AS unit_id FROM obligation o WHERE o.unit_id = ANY($5))`;
const LETTERS = `CASE WHEN $5::text[] IS NULL THEN ARRAY(SELECT letters_about($2, ${NEWEST})) ELSE ARRAY(
    SELECT m.id FROM letter m WHERE m.unit_id = ANY($5)
    UNION
    SELECT m.id FROM reach r JOIN letter m ON m.campaign_id = r.campaign_id AND m.unit_id = r.unit_id
       AND m.period_key = r.period_key AND m.state = 'issued') END`;

const SEARCH = `WITH ${REACH} SELECT
  (SELECT COALESCE(jsonb_agg(x.line ORDER BY x.place, x.at DESC), '[]') FROM (
     SELECT jsonb_build_object('id', c.id, 'title', c.title, 'documentCode', ${shownCodeOf('c.directive')}, 'mode', c.mode, 'status', c.status) AS line,
            LEAST(${rank(codeOf('c.directive'))}, ${rank('c.title')}) AS place, c.created_at AS at
       FROM campaign c
      WHERE (c.words LIKE '%' || $2 || '%' OR ${like(codeOf('c.directive'))})
        AND (${inScope('c.root_unit_id')} OR EXISTS (
              SELECT FROM campaign_assignment a WHERE a.campaign_id = c.id
                 AND ($5::text[] IS NULL OR a.unit_id = ANY($5)) AND ${inScope('a.unit_id')}) OR ${toldBeside('$1')})
        AND ${readIfSecret('$1')}
      ORDER BY place, at DESC LIMIT $4) x) AS campaigns,
  (SELECT COALESCE(jsonb_agg(x.line ORDER BY x.place, x.at DESC), '[]') FROM (
     SELECT jsonb_build_object('letterId', l.id, 'campaignId', l.campaign_id, 'documentCode', ${shownCodeOf('l.document')},
              'subject', l.document->>'subject', 'unitName', u.name) AS line,
            ${rank(codeOf('l.document'))} AS place, l.issued_at AS at
       FROM letter l JOIN unit u ON u.id = l.unit_id
      WHERE l.id = ANY(${LETTERS}) AND l.state = 'issued' AND (${like(codeOf('l.document'))} OR ${like(`(l.document->>'subject')`)}) AND ${letterSeen('l')}
     UNION ALL
     SELECT jsonb_build_object('letterId', NULL, 'campaignId', n.campaign_id, 'documentCode', ${shownCodeOf('n.letter')},
              'subject', n.letter->>'subject', 'unitName', n.unit_name), ${rank(codeOf('n.letter'))}, n.disseminated_at
       FROM campaign_node n
      WHERE n.letter IS NOT NULL
        AND ($5::text[] IS NULL OR n.unit_id = ANY($5) OR (n.campaign_id, n.period_key, n.unit_id) IN (SELECT * FROM reach)) AND ${like(codeOf('n.letter'))} AND ${letterSeen('n')}
        AND NOT EXISTS (SELECT FROM letter l WHERE l.campaign_id = n.campaign_id AND l.period_key = n.period_key
                           AND l.unit_id = n.unit_id AND l.state = 'issued' AND l.kind = 'dissemination')
     ORDER BY 2, 3 DESC LIMIT $4) x) AS letters,
  (SELECT COALESCE(jsonb_agg(x.line ORDER BY x.place, x.name), '[]') FROM (
     SELECT jsonb_build_object('id', w.id, 'name', w.name, 'parentName', (SELECT p.name FROM unit p WHERE p.id = w.parent_id),
              'campaigns', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title) ORDER BY k.created_at DESC), '[]')
                 FROM (SELECT c.id, c.title, c.created_at FROM campaign c
                        WHERE c.id IN (SELECT o.campaign_id FROM obligation o WHERE o.unit_id = w.id)
                        ORDER BY c.created_at DESC LIMIT 3) k)) AS line,
            CASE WHEN w.name_folded = $2 OR w.code = $3 THEN 0 WHEN w.name_folded LIKE $2 || '%' THEN 1 ELSE 2 END AS place, w.name
       FROM unit w
      WHERE (w.name_folded LIKE '%' || $2 || '%' OR w.code = $3) AND ${inScope('w.id')}
      ORDER BY place, w.name LIMIT $4) x) AS units`;

/** Campaigns and letters by code, title or subject, units by name, with or without accents, as far as the scope reaches. */
export async function search(
  db: Queryable,
  { scope, q, limit }: { readonly scope: string | null; readonly q: string; readonly limit: number },
): Promise<Found> {
  const folded = await db.query<{ q: string }>('SELECT fold($1) AS q', [literally(q)]);
  const { rows } = await db.query<Found>(SEARCH, [
    scope,
    folded.rows[0]?.q ?? '',
    q,
    limit,
    await unitsOfSmallScope(db, scope),
  ]);
  return rows[0] ?? { campaigns: [], letters: [], units: [] };
}
