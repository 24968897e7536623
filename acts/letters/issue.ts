import {
  inTransaction,
  insertNotice,
  type Letter,
  numberTaken,
  passNumber,
  putLetterIssued,
  type Register,
  stillMissing,
  takeNumber,
  type Transaction,
  findUnit,
} from '#db';
import { civilDateOf, wholeDate } from '#engine';
import { civilOf } from '#engine/civil';
import { signerProblems } from '#engine/letter-signer';
import { codeText } from '#engine/letter-wording';
import { type CivilDate, type Directive, ok, problem, refuse, type Result } from '#model';
import type { ActContext } from '../context.ts';
import { passOnByOfficial } from '../disseminate.ts';
import { officeOf, type OfficeTemplate } from './office.ts';
import { inDocument, type LetterAsk, type LetterScene, lockOwnLetter, takeStep } from './scene.ts';

/** The finished file, kept by its content before its row is written: kept twice it is the same file. */
export type Render = (
  document: Directive,
  template: OfficeTemplate | null,
) => Promise<Result<{ readonly sha256: string; readonly bytes: number }>>;

export interface Issued {
  readonly state: 'issued';
  readonly revision: number;
  readonly code: string;
  readonly number: number;
  readonly year: number;
}

/**
 * Number, file, passing on: all or nothing. A refusal anywhere takes the number back, so that the register
 * has no gap; the row of the register is locked from here to the commit, so that no number is given twice.
 */
export function issueLetter(ctx: ActContext, ask: LetterAsk, render: Render): Promise<Result<Issued>> {
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnLetter(tx, ctx, { ...ask, scope: 'letters:issue' });
    if (!scene.ok) return scene;
    const { letter, campaign } = scene.value;
    if (letter.state !== 'approved') return refuse(problem('letter.wrongState'));
    if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
    // approved before names were asked for
    const unsigned = signerProblems(letter.document);
    if (unsigned.length > 0) return refuse(...inDocument(unsigned));
    const unit = await findUnit(tx, letter.unitId);
    if (unit === null) throw new Error(`unit ${letter.unitId} is gone`);
    const { template } = await officeOf(tx, unit);
    const numbered = await numberFor(tx, scene.value);
    if (!numbered.ok) return numbered;
    const { document, number, year, issuedOn } = numbered.value;
    const file = await render(document, template);
    if (!file.ok) return file;
    const issue = { document, number, year, at: campaign.now, by: ctx.principal.id, file: file.value };
    await putLetterIssued(tx, letter.id, issue);
    const sent =
      letter.kind === 'dissemination'
        ? await passOnByOfficial(tx, ctx, {
            ...refOf(letter),
            letter: letterOf(document, { issuedOn, letter }),
          })
        : await urge(tx, scene.value, document);
    if (!sent.ok) return sent;
    const code = codeText(document);
    const after = { code, year, sha256: file.value.sha256 };
    await takeStep(tx, ctx, { ...scene.value, act: 'issued', comment: code, after });
    return ok({ state: 'issued', revision: letter.revision + 1, code, number, year });
  });
}

const refOf = ({ campaignId, periodKey, unitId }: LetterScene['letter']) => ({
  campaignId,
  periodKey,
  unitId,
});

interface Numbered {
  readonly document: Directive;
  readonly number: number;
  readonly year: number;
  readonly issuedOn: CivilDate;
}

/** Nine digits: more than any register of a year reaches. */
const MOST_DIGITS = 9;

/** From the body's register of that year; a directive that came with its number keeps it, and the register goes on after it. */
async function numberFor(tx: Transaction, { letter, campaign }: LetterScene): Promise<Result<Numbered>> {
  const today = civilDateOf(campaign.now);
  const own = letter.document.codeNumber;
  const issuedOn = own === null ? today : (wholeDate(letter.document.issuedDate) ?? today);
  const { year, month, day } = civilOf(issuedOn);
  const register: Register = { unitId: letter.unitId, direction: 'outgoing', mode: letter.mode, year };
  const dated = { ...letter.document, issuedDate: { year, month, day } };
  if (own === null) {
    const number = await takeNumber(tx, register);
    return ok({ document: { ...dated, codeNumber: String(number) }, number, year, issuedOn });
  }
  if (own.length > MOST_DIGITS) return refuse(problem('letter.numberTooLong', [], { number: own }));
  const number = Number(own);
  await passNumber(tx, register, number);
  if (await numberTaken(tx, { ...register, number }))
    return refuse(problem('letter.numberTaken', [], { number: own, year }));
  return ok({ document: dated, number, year, issuedOn });
}

/** What the units below see of it beside their task. */
function letterOf(
  { codeNumber, codeNotation, subject }: Directive,
  { issuedOn, letter }: { readonly issuedOn: CivilDate; readonly letter: LetterScene['letter'] },
): Letter {
  return {
    ...(codeNumber === null ? {} : { codeNumber }),
    codeNotation,
    issuedDate: issuedOn,
    subject,
    addedTasks: letter.addedTasks,
  };
}

/** Each that has not reported by now is told, with the letter; who has in the meantime is left alone. */
async function urge(
  tx: Transaction,
  { letter, campaign }: LetterScene,
  document: Directive,
): Promise<Result<{ readonly urged: number }>> {
  const missing = await stillMissing(tx, letter.obligationIds);
  if (missing.length === 0) return refuse(problem('letter.nobodyMissing', ['periodKey']));
  const text = `${document.documentType} số ${codeText(document)}`;
  for (const { obligationId, unitId, due } of missing) {
    await insertNotice(tx, {
      key: `${obligationId}/urged/${letter.id}`,
      campaignId: campaign.id,
      obligationId,
      unitId,
      kind: 'urged',
      at: campaign.now,
      body: { from: letter.unitId, letterId: letter.id, text, dueAt: due.dueAt },
    });
  }
  return ok({ urged: missing.length });
}
