export { createPool, type PoolOptions } from './pool.ts';
export { beyondScope, type Reader, READER_ROLE, scopedPool } from './scoped-pool.ts';
export { migrate } from './migrate.ts';
export {
  type ConnectionPool,
  type Database,
  inSnapshot,
  inTransaction,
  type Queryable,
  type Transaction,
} from './transaction.ts';
export {
  type AuditEntry,
  type AuditFilter,
  type AuditHead,
  type AuditRow,
  type AuditVerification,
  audit,
  countAuditUpTo,
  findAudit,
  takeVerification,
  verifyAuditTrail,
} from './audit.ts';
export {
  type EventFilter,
  emitEvent,
  findEvents,
  isEventCursor,
  latestEventCursor,
  type NewEvent,
  type StreamEvent,
} from './events.ts';
export {
  beginIdempotent,
  finishIdempotent,
  forgetIdempotentBefore,
  type IdempotencyStart,
  type IdempotentCall,
  isStillUnderWay,
} from './idempotency.ts';
export { databaseNow } from './clock.ts';
export {
  findUnit,
  findUnits,
  type ListedUnit,
  loadOrganisation,
  type RelatedUnit,
  type UnitDetails,
  type UnitFilter,
  unitIsWithin,
} from './units.ts';
export {
  addMissingSuccessors,
  addMissingUnits,
  type FormerName,
  keepFormerNames,
  loadAllUnits,
  lockUnits,
  recomputePaths,
  writeUnits,
} from './unit-import.ts';
export {
  findCalendarVersions,
  insertCalendar,
  type NewCalendarVersion,
  type StoredCalendar,
} from './calendars.ts';
export {
  type DefinitionSummary,
  type DefinitionVersion,
  type DefinitionVersionSummary,
  findDefinition,
  findDefinitionByKey,
  findDefinitions,
  findVersion,
  findVersions,
  insertDefinition,
  insertVersion,
  type NewDefinition,
  type StoredDefinition,
  updateDraft,
  updateTemplate,
} from './definitions.ts';
export {
  addMissingPeople,
  type Capacity,
  findExamplePeople,
  findPerson,
  firstUnitOf,
  type Person,
  type PersonWithCapacities,
} from './people.ts';
export {
  findServiceKey,
  findServiceKeys,
  insertServiceKey,
  type ListedServiceKey,
  type NewServiceKey,
  noteKeyUse,
  revokeServiceKey,
  type ServiceKey,
} from './service-keys.ts';
export {
  endSessionsOf,
  findOfficial,
  findOfficials,
  insertOfficial,
  isLookedAfter,
  lockPeople,
  type Official,
  updateOfficial,
} from './officials.ts';
export {
  closePost,
  findPost,
  findPosts,
  type Holding,
  holdersOf,
  insertPost,
  type ListedPost,
  lockPost,
  putHolder,
  updatePost,
} from './posts.ts';
export {
  absenceOverlaps,
  type Delegation,
  endDelegations,
  findDelegation,
  findDelegations,
  findSubstitutes,
  insertDelegation,
  type Substitute,
} from './delegations.ts';
export { moveOpenWork } from './held-work.ts';
export {
  countUnseen,
  findNotices,
  isSnapshot,
  type ListedNotice,
  type NoticeFilter,
  type NoticeInList,
  type NoticeReader,
  noticesByIds,
  putNoticesSeen,
  type Unseen,
} from './notices.ts';
export { lockSeeding, markSeeded, seededHash } from './seeded.ts';
// running campaigns
export {
  type ActorTaskRow,
  acknowledgeActorTaskRow,
  actorTaskById,
  listActorTaskRows,
  lockActorTask,
} from './actor-tasks.ts';
export {
  type AttachmentRow,
  attachmentById,
  attachmentsOf,
  bindAttachments,
  filesByVersion,
  insertAttachment,
} from './attachments.ts';
export { calendarsInForce, type PublishedDefinition, publishedDefinition } from './campaign-definition.ts';
export {
  type CampaignRow,
  campaignById,
  campaignInScope,
  campaignStartedWith,
  insertCampaign,
  insertPeriods,
  listCampaignRows,
  lockCampaign,
  markCampaignSignalled,
  type NewCampaign,
  planTexts,
  type PlanTexts,
  restCampaign,
  setCampaignStatus,
} from './campaigns.ts';
export { canonicalObligations } from './canonical-rows.ts';
export { canonicalWindowEnds } from './task-windows.ts';
export {
  type ClockState,
  FAR,
  landClock,
  lockMovingClocks,
  setClockTarget,
  stepClock,
} from './campaign-clock.ts';
export {
  acceptedSources,
  allConsolidations,
  type ConsolidationRow,
  consolidationAt,
  consolidationsOf,
  insertConsolidation,
  type OwnPart,
  signDraft,
  type SourceRow,
  sourcesOf,
} from './consolidations.ts';
export {
  type CampaignCounts,
  type CampaignProgress,
  campaignProgress,
  type LevelCount,
  levelCounts,
} from './counts.ts';
export {
  assignmentsForDues,
  type DeclaredEvent,
  declaredDates,
  declaredEvents,
  putDeclared,
} from './declared.ts';
export { actorNames, deleteDraft, draftOf, type DraftRow, putDraft } from './drafts.ts';
export {
  documentReceived,
  type EarlierReport,
  earlierReport,
  noticesOfObligation,
  type ToldNotice,
  type UnitAbove,
  unitNames,
  unitsAbove,
} from './surroundings.ts';
export { type Opened, openBelow } from './disseminate.ts';
export { type Applied, applyDue } from './due-effects.ts';
export {
  decideExtensionRow,
  type ExtensionRow,
  extensionById,
  extensionsOf,
  insertExtension,
} from './extensions.ts';
export { type NodeCounts, nodeCounts } from './node-facts.ts';
export {
  insertNodes,
  type Letter,
  letterAbove,
  lockAllNodes,
  lockNode,
  markDisseminated,
  markNodesStarted,
  markSignalled,
  type NodeRow,
  type NodeToStart,
  nodeByRef,
  openChildNodes,
  restNode,
  setRevisions,
  unstartedNodes,
} from './nodes.ts';
export { insertNotice, type NewNotice } from './notices-write.ts';
export {
  cancelObligations,
  closeObligations,
  collectedBy,
  dueOfCollector,
  listObligationRows,
  lockObligation,
  lockOwnConsolidated,
  lockUndecided,
  type ObligationRow,
  obligationById,
  obligationSeen,
  putObligationState,
  putTiming,
} from './obligations.ts';
export {
  claimTouched,
  deleteTouched,
  longRestless,
  type Touched,
  type TouchedGroup,
  touchAgain,
  touchAllNodes,
  touchCampaign,
  touchNode,
} from './outbox.ts';
export { askersOf, reportersOf } from './own-work.ts';
export {
  closePeriods,
  markPeriodOpened,
  type PeriodRow,
  periodAgenda,
  periodByKey,
  periodsOf,
  putPeriodBody,
} from './periods.ts';
export {
  decideReportVersion,
  insertReceipt,
  insertReportVersion,
  type ReceiptRow,
  type ReportVersionRow,
  receiptsOf,
  reportVersion,
  reportVersions,
} from './reports.ts';
export {
  type AddressedUnit,
  addressedUnits,
  type BelowCounts,
  countAddressed,
  countsBelow,
  nodesOfUnits,
  obligationsOfUnits,
} from './tree.ts';
export { type WaitingForPeople, waitingForPeople } from './stand-in.ts';
export { unitPathOf } from './unit-path.ts';
export {
  campaignsUsingCalendar,
  type MovedDue,
  type NewDue,
  putPlanCalendars,
  type Rearm,
  rearmObligations,
} from './calendar-rearm.ts';
export * from './workplace.ts';
