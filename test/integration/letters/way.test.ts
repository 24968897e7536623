import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  approveLetter,
  disseminate,
  draftLetter,
  fileConsolidation,
  getLetter,
  getObligation,
  listObligations,
  putOffice,
  returnLetter,
  saveLetter,
  submitLetter,
  withdrawLetter,
} from '#acts';
import { addMissingPeople, inTransaction } from '#db';
import { Office, type Principal, type Role } from '#model';
import { exportInput } from '../../../api/routes/consolidations/export-input.ts';
import { bacKan, type CampaignScene, CONSOLIDATOR, PERIOD } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import { codesOf, drafted, issue, official, submitted } from './house.ts';

/** The Front of the city passes on to that of its wards by its own letter. */
const FRONT = 'bk-mttq-tp';

let database: OwnDatabase;
let scene: CampaignScene;
let leader: Principal;
let officer: Principal;
let other: Principal;

beforeAll(async () => {
  database = await seededDatabase('letter_way');
  const person = (id: string, roles: readonly Role[]) => ({
    ...{ id, subject: id, name: `Ví dụ: ${id}`, email: null, unitId: FRONT, roles, example: false },
  });
  const people = [
    person('chu-tich', ['clerk', 'officer', 'leader']),
    person('chuyen-vien', ['officer']),
    person('pho-chu-tich', ['leader']),
  ];
  await inTransaction(database.pool, (tx) => addMissingPeople(tx, people));
  // a step of all waits for every leader of the house: here for those of this test alone
  await database.pool.query(
    `UPDATE post SET closed_at = now() FROM post_holder h JOIN person p ON p.id = h.person_id
      WHERE h.post_id = post.id AND post.unit_id = $1 AND p.example`,
    [FRONT],
  );
  leader = await official(database.pool, 'chu-tich');
  officer = await official(database.pool, 'chuyen-vien');
  other = await official(database.pool, 'pho-chu-tich');
});

afterAll(() => database.drop());

const as = (principal: Principal) => ({ pool: database.pool, principal });
const onLetter = (id: string, expectedRevision: number) => ({ letterId: id, expectedRevision });
const begin = (principal: Principal) =>
  drafted(as(principal), { kind: 'dissemination', campaignId: scene.campaignId, periodKey: PERIOD });

async function setApproval(approval: object): Promise<void> {
  const office = Office.parse({
    ...{ notation: 'MTTQ-BTT', system: 'front', place: 'Bắc Kạn', approval },
    ...{ signatureTitles: ['CHỦ TỊCH'], signerName: leader.name },
  });
  const { rows } = await database.pool.query<{ revision: number }>(
    'SELECT revision FROM unit_office WHERE unit_id = $1',
    [FRONT],
  );
  valueOf(await putOffice(as(leader), { office, expectedRevision: rows[0]?.revision ?? 0 }));
}

const setName = (id: string, name: string | null) =>
  database.pool.query(
    `UPDATE letter SET document = jsonb_set(document, '{signature,name}', $2) WHERE id = $1`,
    [id, JSON.stringify(name)],
  );

async function signed(id: string, revision: number, name: string): Promise<{ readonly revision: number }> {
  const { document } = valueOf(await getLetter(as(officer), id));
  const signature = { authority: [], titles: [], ...document.signature, name };
  const text = { document: { ...document, signature }, addedTasks: [] };
  return valueOf(await saveLetter(as(officer), { ...onLetter(id, revision), ...text }));
}

const anyLeader = { steps: [{ mode: 'any', roles: ['leader'], personIds: [] }], selfApproval: false };

beforeEach(async () => {
  scene = await bacKan(database.pool);
});

describe('a letter on its way through the house', () => {
  test('an officer drafts, a leader approves, the records office issues; every step stands there with its name', async () => {
    const letter = await begin(officer);
    const draft = valueOf(await getLetter(as(officer), letter.id));
    expect(draft.document.legalBasis.at(-1)).toMatchObject({ body: 'UBND thành phố Bắc Kạn' });
    expect(draft.document).toMatchObject({ codeNumber: null, codeNotation: 'MTTQ-BTT', system: 'front' });
    expect(['subject', 'codeNotation', 'addressees.0'].map((place) => draft.sources[place]?.code)).toEqual([
      'drawing',
      'drawing',
      'group',
    ]);
    expect(draft.reach.count).toBeGreaterThan(0);
    expect(draft.may).toMatchObject({ edit: true, submit: true, approve: false, issue: false });
    // two may sign here, so nobody was guessed
    const unsigned = await submitLetter(as(officer), onLetter(letter.id, 1));
    expect(unsigned).toMatchObject({
      problems: [{ code: 'letter.signerMissing', path: ['document', 'signature', 'name'] }],
    });
    const { revision } = await signed(letter.id, 1, leader.name);
    const sent = await submitted(as(officer), { id: letter.id, revision });
    expect(codesOf(await approveLetter(as(officer), { ...onLetter(letter.id, sent), comment: '' }))).toEqual([
      'letter.notApproverForbidden',
    ]);
    expect(codesOf(await issue(as(leader), { ...letter, revision: sent }))).toEqual(['letter.wrongState']);
    const approved = valueOf(
      await approveLetter(as(leader), { ...onLetter(letter.id, sent), comment: 'đồng ý' }),
    );
    expect(approved.state).toBe('approved');
    expect(codesOf(await issue(as(officer), { ...letter, revision: approved.revision }))).toEqual([
      'api.forbidden',
    ]);
    // one that was approved before names were asked for
    await setName(letter.id, null);
    expect(codesOf(await issue(as(leader), { ...letter, revision: approved.revision }))).toEqual([
      'letter.signerMissing',
    ]);
    await setName(letter.id, leader.name);
    const issued = valueOf(await issue(as(leader), { ...letter, revision: approved.revision }));
    expect(issued).toMatchObject({ code: `${String(issued.number).padStart(2, '0')}/MTTQ-BTT`, year: 2024 });
    const { steps, document } = valueOf(await getLetter(as(officer), letter.id));
    expect(steps.map(({ act, byName }) => [act, byName])).toEqual([
      ['submitted', officer.name],
      ['approved', leader.name],
      ['issued', leader.name],
    ]);
    expect(document.issuedDate).toEqual({ year: 2024, month: 11, day: 20 });
  });

  test('nobody approves what he wrote, unless the house allows it', async () => {
    await setApproval(anyLeader);
    const letter = await begin(officer);
    const { document } = valueOf(await getLetter(as(leader), letter.id));
    const changed = { ...document, subject: 'trích yếu khác' };
    const saved = valueOf(
      await saveLetter(as(leader), { ...onLetter(letter.id, 1), document: changed, addedTasks: [] }),
    );
    expect(saved.sources['subject']).toEqual({ code: 'edited', params: { name: leader.name } });
    const sent = await submitted(as(officer), { ...letter, revision: saved.revision });
    const own = await approveLetter(as(leader), { ...onLetter(letter.id, sent), comment: '' });
    expect(codesOf(own)).toEqual(['letter.ownWorkForbidden']);
    const standIn = { personId: 'chu-tich', name: leader.name, delegationId: 'd' };
    const substitute = { ...other, actingFor: standIn };
    expect(
      codesOf(await approveLetter(as(substitute), { ...onLetter(letter.id, sent), comment: '' })),
    ).toEqual(['letter.ownWorkForbidden']);
    expect(valueOf(await approveLetter(as(other), { ...onLetter(letter.id, sent), comment: '' })).state).toBe(
      'approved',
    );

    await setApproval({ ...anyLeader, selfApproval: true });
    scene = await bacKan(database.pool);
    const alone = await begin(leader);
    const mine = await submitted(as(leader), alone);
    const approved = valueOf(await approveLetter(as(leader), { ...onLetter(alone.id, mine), comment: '' }));
    valueOf(await issue(as(leader), { ...alone, revision: approved.revision }));
  });

  test('a letter that nobody could approve is not sent to wait for ever', async () => {
    await setApproval({ steps: [{ mode: 'any', roles: [], personIds: ['chu-tich'] }], selfApproval: false });
    const letter = await begin(leader);
    const stuck = await submitLetter(as(leader), onLetter(letter.id, letter.revision));
    expect(codesOf(stuck)).toEqual(['letter.nobodyApproves']);
  });

  test('a step of all waits for everybody, one of any for the first; the steps follow each other', async () => {
    const steps = [
      { mode: 'any', roles: ['officer'], personIds: [] },
      { mode: 'all', roles: ['leader'], personIds: [] },
    ];
    await setApproval({ steps, selfApproval: true });
    const letter = await begin(officer);
    let revision = await submitted(as(officer), letter);
    const approve = async (who: Principal) => {
      const done = await approveLetter(as(who), { ...onLetter(letter.id, revision), comment: '' });
      if (done.ok) revision = done.value.revision;
      return done.ok ? [done.value.state, done.value.step] : codesOf(done);
    };
    expect(await approve(other)).toEqual(['letter.notApproverForbidden']);
    expect(await approve(officer)).toEqual(['submitted', 1]);
    expect(await approve(other)).toEqual(['submitted', 1]);
    expect(await approve(other)).toEqual(['letter.alreadyApproved']);
    expect(await approve(leader)).toEqual(['approved', 2]);
  });

  test('a returned letter says why, is mended and goes the whole way again', async () => {
    await setApproval(anyLeader);
    const letter = await begin(officer);
    const sent = await submitted(as(officer), letter);
    const without = await returnLetter(as(leader), { ...onLetter(letter.id, sent), reason: '  ' });
    expect(codesOf(without)).toEqual(['letter.reasonNeeded']);
    const reason = 'Bổ sung hạn báo cáo của các thôn.';
    expect(codesOf(await returnLetter(as(officer), { ...onLetter(letter.id, sent), reason }))).toEqual([
      'letter.notApproverForbidden',
    ]);
    const back = valueOf(await returnLetter(as(leader), { ...onLetter(letter.id, sent), reason }));
    const { state, steps, may } = valueOf(await getLetter(as(officer), letter.id));
    expect([state, steps.at(-1)?.comment, may.edit]).toEqual(['returned', reason, true]);
    const again = await submitted(as(officer), { ...letter, revision: back.revision });
    expect(
      valueOf(await approveLetter(as(other), { ...onLetter(letter.id, again), comment: '' })).state,
    ).toBe('approved');
  });

  test('withdrawn on its way it is a draft again; a draft that is given up makes room for another', async () => {
    await setApproval(anyLeader);
    const letter = await begin(officer);
    const sent = await submitted(as(officer), letter);
    const back = valueOf(await withdrawLetter(as(officer), { ...onLetter(letter.id, sent), reason: '' }));
    expect(back.state).toBe('draft');
    const gone = valueOf(
      await withdrawLetter(as(officer), { ...onLetter(letter.id, back.revision), reason: '' }),
    );
    expect(gone.state).toBe('withdrawn');
    expect((await begin(officer)).id).not.toBe(letter.id);
  });

  test('two who edit at once: the second learns it and overwrites nothing', async () => {
    const letter = await begin(officer);
    const { document } = valueOf(await getLetter(as(officer), letter.id));
    const save = (who: Principal, subject: string) =>
      saveLetter(as(who), { ...onLetter(letter.id, 1), document: { ...document, subject }, addedTasks: [] });
    const both = await Promise.all([save(officer, 'của chuyên viên'), save(other, 'của phó chủ tịch')]);
    expect(both.flatMap(codesOf)).toEqual(['letter.conflict']);
    expect(
      codesOf(
        await saveLetter(as(officer), {
          ...onLetter(letter.id, 2),
          document: { ...document, codeNumber: '7' },
          addedTasks: [],
        }),
      ),
    ).toEqual(['letter.numberFromRegister']);
  });
});

test('whatever is made from a secret directive begins as secret: passed on, urged, reported', async () => {
  await database.pool.query(
    `UPDATE campaign SET directive = directive || '{"confidentiality": "secret"}' WHERE id = $1`,
    [scene.campaignId],
  );
  const economy = as(await official(database.pool, 'vd-chuyen-vien-kinh-te'));
  const at = { campaignId: scene.campaignId, periodKey: PERIOD };
  const letters = [
    [officer, await begin(officer)],
    [economy.principal, await drafted(economy, { kind: 'chase', ...at })],
  ] as const;
  for (const [who, { id }] of letters)
    expect(valueOf(await getLetter(as(who), id)).document.confidentiality).toBe('secret');
  const filed = valueOf(
    await fileConsolidation(economy, { ...at, unitId: CONSOLIDATOR, revision: 'provisional' }),
  );
  expect(exportInput(filed).letter.confidentiality).toBe('secret');
});

describe('passing on by a letter', () => {
  test('opens exactly what the plain call of a system opens, and its number stands beside the task below', async () => {
    await setApproval({ steps: [], selfApproval: true });
    const plain = await bacKan(database.pool);
    const to = { campaignId: plain.campaignId, periodKey: PERIOD, unitId: FRONT };
    const expected = valueOf(await disseminate({ pool: database.pool, principal: leader }, to));
    const task = 'Gửi ảnh hoạt động qua nhóm của phường';
    const begun = valueOf(
      await draftLetter(as(officer), {
        kind: 'dissemination',
        campaignId: scene.campaignId,
        periodKey: PERIOD,
        addedTasks: [task],
      }),
    );
    const { document, revision } = valueOf(await getLetter(as(officer), begun.id));
    expect(document.paragraphs.join('\n')).toContain(task);
    const sent = await submitted(as(officer), { id: begun.id, revision });
    const issued = valueOf(await issue(as(leader), { id: begun.id, revision: sent }));
    await Promise.all([plain.driver.settleAll(), scene.driver.settleAll()]);
    const below = async (its: CampaignScene) => {
      const { items } = valueOf(await listObligations(its.ctx, { campaignId: its.campaignId, limit: 200 }));
      return items
        .filter(({ disseminatorUnitId }) => disseminatorUnitId === FRONT)
        .map(({ unitId, taskIds, dueAt, kind, status }) => ({ unitId, taskIds, dueAt, kind, status }))
        .sort((a, b) => a.unitId.localeCompare(b.unitId));
    };
    const opened = await below(scene);
    expect(opened).toHaveLength(expected.obligations);
    expect(opened).toEqual(await below(plain));
    const [first] = valueOf(
      await listObligations(scene.ctx, { campaignId: scene.campaignId, unitId: opened[0]?.unitId }),
    ).items;
    const details = valueOf(await getObligation(scene.ctx, first?.id ?? ''));
    expect(details.letter).toEqual({
      codeNumber: String(issued.number),
      codeNotation: 'MTTQ-BTT',
      issuedDate: '2024-11-20',
      subject: document.subject,
      addedTasks: [task],
    });
    expect(codesOf(await disseminate(as(leader), { ...to, campaignId: scene.campaignId }))).toEqual([
      'dissemination.alreadyDone',
    ]);
  });
});
