/** What the pages of officials stand on, as `db/index.ts` gives it on: lists, narratives, letters, registers, mail, board. */

// the table of children, narratives, exports
export {
  acceptedSnapshots,
  type CollectedObligation,
  type CollectedVersion,
  collectedTable,
  type FiledSnapshot,
  type FiledSource,
  filedSources,
  gatheredTexts,
  type OwnUpward,
  ownUpward,
  type RevisionLine,
  revisionLines,
  type TextSource,
} from './collect.ts';
export {
  keepSignedNarrative,
  type NarrativeRow,
  narrativesOf,
  type NarrativeSave,
  saveNarrative,
  type SectionRef,
  signedNarrative,
} from './narratives.ts';
export {
  countTasks,
  findTasks,
  rehearsalClocks,
  type TaskCount,
  type TaskFilter,
  type TaskPerson,
  type TaskReader,
  type TaskRow,
} from './tasks.ts';
export {
  type Colleague,
  colleaguesOf,
  deleteTaskWork,
  lockTaskWork,
  noticeTold,
  type NewTaskWork,
  putTaskWork,
  type TaskWork,
} from './task-work.ts';
export { deleteFilter, insertFilter, type SavedFilter, savedFilters } from './filters.ts';
// letters and registers
export { lastOwnDirective, officeRow, type OfficeRow, putOffice } from './offices.ts';
export { passNumber, type Register, takeNumber } from './register-numbers.ts';
export {
  type IncomingRow,
  incomingById,
  incomingOf,
  incomingRows,
  insertIncoming,
  lockRegistering,
  type OutgoingRow,
  outgoingRows,
  putOpinion,
  type RegisterFilter,
  sameDocument,
} from './registers.ts';
export { type Arrival, arrivalOf, openWorkOf, type WaitingArrival, waitingArrivals } from './arrivals.ts';
export {
  disseminationLetter,
  insertLetter,
  issuedLetter,
  type LetterKind,
  type LetterMove,
  type LetterRow,
  type LetterSource,
  type LetterSources,
  type LetterState,
  letterById,
  lockLetter,
  numberTaken,
  chasesOnTheirWay,
  openChase,
  putLetterIssued,
  putLetterState,
  putLetterText,
} from './letters.ts';
export { insertStep, type LetterAct, type LetterStepRow, stepsOf } from './letter-steps.ts';
export {
  type AddressedGroup,
  addressedGroups,
  type MissingReport,
  missingReports,
  namesOfObligations,
  type Reach,
  reachOf,
  stillMissing,
  wasSentTo,
} from './letter-reach.ts';
// notices by mail, board, search, timeline
export {
  type ClaimedMail,
  claimMail,
  findMails,
  isRoundOpen,
  type ListedMail,
  type MailOutcome,
  makeRound,
  settleMail,
} from './mails.ts';
export { type BoardRows, type BoardUnit, boardRows, FIGURES, type Figure, unitsBehind } from './board.ts';
export { type Found, search } from './search.ts';
export { type TimelineStep, timelineSteps } from './timeline.ts';
