import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CampaignFacts, NodeFacts } from '#model/contract';
import { decideCampaign } from './campaign.ts';
import { decideNode } from './node.ts';

/** A relay in mid-course: passed on, five reports owed, none in. */
const MID: NodeFacts = {
  campaign: 'running',
  periodClosed: false,
  disseminates: true,
  dissemination: 'automatic',
  disseminated: true,
  childNodesToStart: 0,
  collects: true,
  owed: 5,
  accepted: 0,
  unopened: 0,
  when: 'allAcceptedOrDue',
  sign: 'official',
  cutoffReached: false,
  revision: 0,
  stale: false,
  signedRevision: 0,
  submittedRevision: 0,
  submitsUpwards: true,
  nextInMs: 1000,
  hasNext: true,
};
const ALL_IN = { accepted: 5, hasNext: false, nextInMs: null };
const SIGNED = { ...ALL_IN, revision: 1, signedRevision: 1, submittedRevision: 1 };

const table: readonly [string, Partial<NodeFacts>, string][] = [
  ['passes on by itself', { disseminated: false }, 'disseminate'],
  ['waits for the official who passes on', { disseminated: false, dissemination: 'official' }, 'wait'],
  ['passes on nothing after closing', { disseminated: false, campaign: 'closed' }, 'end'],
  ['passes on nothing in a closed period', { disseminated: false, periodClosed: true }, 'end'],
  ['starts the nodes below before anything else', { childNodesToStart: 2, ...ALL_IN }, 'startNodes'],
  [
    'starts opened nodes below even after closing',
    { childNodesToStart: 2, campaign: 'closed' },
    'startNodes',
  ],
  ['waits for reports', {}, 'wait'],
  ['draws up when all is accepted', ALL_IN, 'consolidate'],
  ['does not draw up while a group below is still to be opened', { ...ALL_IN, unopened: 1 }, 'wait'],
  ['draws up at the cut-off though reports are missing', { accepted: 2, cutoffReached: true }, 'consolidate'],
  ['has nothing to draw up at the cut-off while all are missing', { cutoffReached: true }, 'wait'],
  [
    'waits for all where the drawing says so',
    { accepted: 2, cutoffReached: true, when: 'allAccepted' },
    'wait',
  ],
  [
    'draws up at the close what has come in',
    { accepted: 2, campaign: 'closed', when: 'allAccepted' },
    'consolidate',
  ],
  ['draws up nothing at the close when nothing came', { campaign: 'closed' }, 'end'],
  ['has nothing to draw up when nothing is owed', { owed: 0, cutoffReached: true }, 'wait'],
  ['waits for the signature', { ...ALL_IN, revision: 1 }, 'wait'],
  ['waits for the signature after closing too', { ...ALL_IN, revision: 1, campaign: 'closed' }, 'wait'],
  ['submits what is signed', { ...ALL_IN, revision: 1, signedRevision: 1 }, 'submit'],
  ['the root submits to nobody', { ...SIGNED, submittedRevision: 0, submitsUpwards: false }, 'end'],
  ['ends when everything is done', SIGNED, 'end'],
  ['does not end while an instant is to come', { ...SIGNED, hasNext: true }, 'wait'],
  ['draws up anew when accepted reports changed', { ...SIGNED, stale: true }, 'consolidate'],
  ['waits while a report is back for rework', { ...SIGNED, accepted: 4, stale: true }, 'wait'],
  [
    'draws up anew after the cut-off',
    { ...SIGNED, accepted: 4, stale: true, cutoffReached: true },
    'consolidate',
  ],
  [
    'draws up anew for a supplementary report',
    { ...SIGNED, accepted: 4, stale: true, campaign: 'closed' },
    'consolidate',
  ],
  [
    'submits an older signed revision while a newer one waits',
    { ...ALL_IN, revision: 2, signedRevision: 1 },
    'submit',
  ],
  ['a closed campaign ends', { ...SIGNED, accepted: 4, campaign: 'closed', hasNext: true }, 'end'],
  [
    'a recalled campaign ends at once',
    { disseminated: false, childNodesToStart: 3, campaign: 'cancelled' },
    'end',
  ],
  [
    'a relay that collects nothing ends when it has passed on',
    { collects: false, owed: 0, hasNext: false },
    'end',
  ],
  ['a relay that collects nothing waits for its deadlines', { collects: false, owed: 0 }, 'wait'],
  [
    'a consolidator that passes nothing on waits for reports',
    { disseminates: false, disseminated: false },
    'wait',
  ],
];

test.each(table)('a node %s', (_, facts, kind) => {
  expect(decideNode({ ...MID, ...facts }).kind).toBe(kind);
});

test('waiting carries the time to the next instant', () => {
  expect(decideNode(MID)).toEqual({ kind: 'wait', ms: 1000 });
});

const anyFacts: fc.Arbitrary<NodeFacts> = fc
  .record({
    campaign: fc.constantFrom('running', 'closed', 'cancelled'),
    periodClosed: fc.boolean(),
    disseminates: fc.boolean(),
    dissemination: fc.constantFrom('automatic', 'official'),
    disseminated: fc.boolean(),
    childNodesToStart: fc.nat(5),
    collects: fc.boolean(),
    owed: fc.nat(5),
    accepted: fc.nat(5),
    unopened: fc.nat(2),
    when: fc.constantFrom('allAccepted', 'allAcceptedOrDue'),
    sign: fc.constantFrom('automatic', 'official'),
    cutoffReached: fc.boolean(),
    revision: fc.nat(3),
    stale: fc.boolean(),
    signedRevision: fc.nat(3),
    submittedRevision: fc.nat(3),
    submitsUpwards: fc.boolean(),
    nextInMs: fc.option(fc.nat(10_000)),
    hasNext: fc.boolean(),
  })
  .map((facts) => {
    const signedRevision = Math.min(facts.signedRevision, facts.revision);
    const submittedRevision = Math.min(facts.submittedRevision, signedRevision);
    return {
      ...facts,
      accepted: Math.min(facts.accepted, facts.owed),
      signedRevision,
      submittedRevision,
    } as NodeFacts;
  });

/** What the activities do to the rows, as far as the node's own facts go. */
function carriedOut(facts: NodeFacts, kind: string, opened: number): NodeFacts {
  switch (kind) {
    case 'disseminate':
      return { ...facts, disseminated: true, childNodesToStart: opened, owed: facts.owed + opened };
    case 'startNodes':
      return { ...facts, childNodesToStart: Math.max(0, facts.childNodesToStart - 2) };
    case 'consolidate': {
      const revision = facts.revision + 1;
      const signedRevision = facts.sign === 'automatic' ? revision : facts.signedRevision;
      return { ...facts, revision, signedRevision, stale: false };
    }
    case 'submit':
      return { ...facts, submittedRevision: facts.signedRevision };
    default:
      return facts;
  }
}

test('from any facts a node comes to rest in a few steps', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(5), (start, opened) => {
      let facts = start;
      for (let step = 0; step < 12; step += 1) {
        const { kind } = decideNode(facts);
        if (kind === 'wait' || kind === 'end') return true;
        facts = carriedOut(facts, kind, opened);
      }
      return false;
    }),
    { numRuns: 2000 },
  );
});

test('a node never ends with something left that it could do', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (facts.campaign !== 'running' || facts.periodClosed || decideNode(facts).kind !== 'end') return true;
      const passedOn = !facts.disseminates || facts.disseminated;
      const collected =
        !facts.collects ||
        (facts.accepted >= facts.owed && facts.revision > 0 && facts.signedRevision >= facts.revision);
      const submitted =
        !facts.collects || !facts.submitsUpwards || facts.submittedRevision >= facts.signedRevision;
      return passedOn && collected && submitted && !facts.hasNext && facts.childNodesToStart === 0;
    }),
    { numRuns: 2000 },
  );
});

const CAMPAIGN: CampaignFacts = {
  status: 'running',
  periodToOpen: null,
  periodToStart: null,
  nextInMs: 5,
  hasNext: true,
};

test.each<[string, Partial<CampaignFacts>, object]>([
  ['waits for the next period', {}, { kind: 'wait', ms: 5 }],
  ['opens a period whose time has come', { periodToOpen: '2024' }, { kind: 'openPeriod', periodKey: '2024' }],
  [
    'starts the root of what is opened first',
    { periodToOpen: 'b', periodToStart: 'a' },
    { kind: 'startRoot', periodKey: 'a' },
  ],
  ['opens nothing after closing', { status: 'closed', periodToOpen: 'b' }, { kind: 'end' }],
  [
    'starts an opened root even after closing',
    { status: 'closed', periodToStart: 'a' },
    { kind: 'startRoot', periodKey: 'a' },
  ],
  ['ends at once when recalled', { status: 'cancelled', periodToStart: 'a' }, { kind: 'end' }],
  [
    'keeps waiting for its closing when no period is left',
    { hasNext: false, nextInMs: null },
    { kind: 'wait', ms: null },
  ],
])('a campaign %s', (_, facts, command) => {
  expect(decideCampaign({ ...CAMPAIGN, ...facts })).toEqual(command);
});
