import type { Directive, Values } from '#model';
import type { ObligationRow } from './obligations.ts';
import type { Queryable } from './transaction.ts';

export interface UnitAbove {
  readonly unitId: string;
  readonly unitName: string;
}

/** From whoever addressed the unit up to the root of the cascade. */
export async function unitsAbove(
  tx: Queryable,
  row: Pick<ObligationRow, 'campaignId' | 'periodKey' | 'disseminatorUnitId'>,
): Promise<UnitAbove[]> {
  const found = await tx.query<UnitAbove>(
    `WITH RECURSIVE up AS (
       SELECT n.unit_id, n.unit_name, n.parent_unit_id, 1 AS step FROM campaign_node n
        WHERE n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = $3
       UNION ALL
       SELECT n.unit_id, n.unit_name, n.parent_unit_id, up.step + 1 FROM up
         JOIN campaign_node n ON n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = up.parent_unit_id
        WHERE up.step < 20)
     SELECT unit_id AS "unitId", unit_name AS "unitName" FROM up ORDER BY step`,
    [row.campaignId, row.periodKey, row.disseminatorUnitId],
  );
  return found.rows;
}

/** The letter as it reached the unit: as it was registered there, else as the unit above issued it here. */
export async function documentReceived(
  tx: Queryable,
  row: Pick<ObligationRow, 'campaignId' | 'periodKey' | 'unitId' | 'disseminatorUnitId'>,
): Promise<Directive | null> {
  const found = await tx.query<{ document: Directive | null }>(
    `SELECT COALESCE(
       (SELECT document FROM incoming_document WHERE campaign_id = $1 AND unit_id = $3 LIMIT 1),
       (SELECT document FROM letter WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $4
           AND kind = 'dissemination' AND state = 'issued' LIMIT 1)) AS document`,
    [row.campaignId, row.periodKey, row.unitId, row.disseminatorUnitId],
  );
  return found.rows[0]?.document ?? null;
}

/** What the unit reported on the same form in the period before. */
export interface EarlierReport {
  readonly periodLabel: string;
  readonly no: number;
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
}

export async function earlierReport(tx: Queryable, row: ObligationRow): Promise<EarlierReport | null> {
  const found = await tx.query<EarlierReport>(
    `SELECT p.label AS "periodLabel", r.no, r.values, r.sections
     FROM obligation o JOIN report_version r ON r.obligation_id = o.id AND r.no = o.version
     JOIN campaign_period p ON p.campaign_id = o.campaign_id AND p.key = o.period_key
     WHERE o.campaign_id = $1 AND o.unit_id = $2 AND o.report_id = $3 AND o.period_key <> $4 AND o.opened_at < $5
     ORDER BY o.opened_at DESC LIMIT 1`,
    [row.campaignId, row.unitId, row.reportId, row.periodKey, row.openedAt],
  );
  return found.rows[0] ?? null;
}

/** What was told to the owing unit about one obligation, oldest first. */
export interface ToldNotice {
  readonly kind: string;
  readonly at: string;
}

export async function noticesOfObligation(
  tx: Queryable,
  row: Pick<ObligationRow, 'id' | 'unitId'>,
): Promise<ToldNotice[]> {
  const found = await tx.query<ToldNotice>(
    'SELECT kind, at FROM notice WHERE unit_id = $1 AND obligation_id = $2 ORDER BY at, id LIMIT 200',
    [row.unitId, row.id],
  );
  return found.rows;
}

export async function unitNames(tx: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM unit WHERE id = ANY($1::text[])',
    [ids],
  );
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
