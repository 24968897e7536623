import {
  addressedGroups,
  type CampaignRow,
  findUnit,
  type LetterSources,
  type MissingReport,
  type NodeRow,
  periodByKey,
  periodsOf,
  planTexts,
  type Transaction,
} from '#db';
import { civilDateOf } from '#engine';
import { chaseLetter } from '#engine/letter-chase';
import { signatureOf } from '#engine/letter-office';
import { passOnLetter } from '#engine/letter-pass-on';
import type { Directive, Office } from '#model';
import type { NodeRef } from '#model/contract';
import { definitionOf } from '../scene.ts';
import { bodyName } from './default-office.ts';
import { namedDue } from './due-named.ts';
import { groupsOf, reportOf } from './groups.ts';
import { officeOf } from './office.ts';
import { directiveOf, documentFrom } from './received.ts';

/** A letter as it is first put before its writer. */
export interface Generated {
  readonly document: Directive;
  readonly sources: LetterSources;
  readonly office: Office;
}

/**
 * The root's letter is the directive itself, signed as its office signs where the directive names nobody; every
 * other unit's grows out of what it received.
 */
export async function generatePassOn(
  tx: Transaction,
  at: { readonly campaign: CampaignRow; readonly node: NodeRow; readonly addedTasks: readonly string[] },
): Promise<Generated> {
  const { campaign, node, addedTasks } = at;
  const unit = await ownerOf(tx, node.unitId);
  const { office, revision } = await officeOf(tx, unit);
  if (node.parentUnitId === null) {
    const directive = await directiveOf(tx, campaign.id);
    const document = { ...directive, signature: directive.signature ?? signatureOf(office) };
    const fields = Object.keys(document).map((field) => {
      const ours = field === 'signature' && directive.signature === null;
      return [field, { code: ours ? 'office' : 'directive', params: {} }] as const;
    });
    return { document, sources: Object.fromEntries(fields), office };
  }
  const definition = await definitionOf(tx, campaign);
  // how the drawing names this level's own letter, as far as the office does not say it itself
  const drawn = definition.nodes.find(({ id }) => id === node.nodeId)?.dissemination.document ?? null;
  // said by the drawing also where the office would have written the same
  const byDrawing = revision === 0 && drawn !== null && drawn.codeNotation !== '';
  const notation = byDrawing ? drawn.codeNotation : office.notation;
  const received = await documentFrom(tx, { ...node, unitId: node.parentUnitId });
  const rows = await addressedGroups(tx, node);
  const tasks = (await planTexts(tx, campaign.id))?.tasks ?? {};
  const unitName = bodyName(unit);
  const { document, sources: known } = passOnLetter({
    received: received.document,
    receivedFrom: received.fromName,
    office: { ...office, notation },
    unitName,
    groups: groupsOf({ definition, tasks, rows }),
    report: reportOf({ definition, rows }, { id: unit.id, name: unitName }),
    addedTasks,
    today: civilDateOf(campaign.now),
  });
  const sources = byDrawing ? { ...known, codeNotation: DRAWN } : known;
  if (drawn === null || drawn.subject === '') return { document, sources, office };
  return {
    document: { ...document, subject: drawn.subject },
    sources: { ...sources, subject: DRAWN },
    office,
  };
}

const DRAWN = { code: 'drawing', params: {} };

/** Urges those who owe this unit a report and have not sent it. */
export async function generateChase(
  tx: Transaction,
  at: { readonly campaign: CampaignRow; readonly ref: NodeRef; readonly missing: readonly MissingReport[] },
): Promise<Generated> {
  const { campaign, ref, missing } = at;
  const unit = await ownerOf(tx, ref.unitId);
  const { office } = await officeOf(tx, unit);
  const definition = await definitionOf(tx, campaign);
  const root = await findUnit(tx, campaign.rootUnitId);
  const asked = new Set(missing.map(({ reportId }) => reportId));
  const titles = definition.reports.filter(({ id }) => asked.has(id)).map(({ title }) => title);
  const several = (await periodsOf(tx, campaign.id)).length > 1;
  const period = several ? await periodByKey(tx, campaign.id, ref.periodKey) : null;
  const unitName = bodyName(unit);
  const letter = chaseLetter({
    directive: await directiveOf(tx, campaign.id),
    directiveFrom: root === null ? unitName : bodyName(root),
    office,
    unitName,
    report: { title: titles.join('; '), to: unitName },
    periodLabel: period?.label ?? null,
    missing: missing.map((each) => ({ unitName: each.unitName, due: namedDue(each.due) })),
    until: null,
    today: civilDateOf(campaign.now),
  });
  return { ...letter, office };
}

async function ownerOf(tx: Transaction, unitId: string) {
  const unit = await findUnit(tx, unitId);
  if (unit === null) throw new Error(`unit ${unitId} is gone`);
  return unit;
}
