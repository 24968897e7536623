// running campaigns
export { type ActorTaskQuery, acknowledgeActorTask, getActorTask, listActorTasks } from './actor-tasks.ts';
export { attachmentForDownload, type RegisterAttachmentInput, registerAttachment } from './attachments.ts';
export {
  campaignLevels,
  type CampaignDetails,
  type CampaignQuery,
  type ListedCampaign,
  type CampaignView,
  getCampaign,
  listCampaigns,
  type Page,
} from './campaigns.ts';
export { canonicalState } from './canonical.ts';
export { type MoveClockInput, moveClock, stepClocks } from './clock.ts';
export { cancelCampaign, type CloseInput, closeCampaign } from './close.ts';
export { consolidateNode, submitConsolidation } from './consolidate.ts';
export {
  type Cell,
  type ConsolidationSummary,
  consolidations,
  getConsolidation,
  type Provisional,
  provenance,
  provisionalConsolidation,
  type SignInput,
  signConsolidation,
} from './consolidations.ts';
export { type DeclareEventInput, declareEvent } from './declare.ts';
export { type DisseminateInput, disseminate, disseminateNode } from './disseminate.ts';
export {
  type AskExtensionInput,
  askExtension,
  type DecideExtensionInput,
  decideExtension,
} from './extensions.ts';
export { markStarted, nodesToStart, observeNode } from './node-step.ts';
export {
  acknowledge,
  getObligation,
  listObligations,
  type ObligationDetails,
  type ObligationQuery,
  type ObligationView,
} from './obligations.ts';
export { observeCampaign, openPeriod } from './periods.ts';
export { type PlanSummary } from './plan-summary.ts';
export { type ConfirmReceiptInput, confirmReceipt } from './receipts.ts';
export { restless, settle, takeTouched, touchRestless, type Waking, worthWaking } from './relay.ts';
export {
  acceptReport,
  type Decided,
  type DecideInput,
  type Receipt,
  type ReturnInput,
  returnReport,
  type SubmitInput,
  submitReport,
} from './reports.ts';
export { type PreviewInput, previewCampaign, type StartInput, startCampaign } from './start.ts';
export { type StandInInput, type StoodIn, standIn } from './stand-in.ts';
export {
  type CampaignTree,
  campaignTree,
  type Totals,
  type TreeNode,
  type TreeObligation,
  type TreeQuery,
  type TreeUnit,
} from './tree.ts';
// platform
export { auditFits, type AuditQuery, listAudit, verifyAudit } from './audit.ts';
export { maySee, mayActAs, missingScope } from './authorise.ts';
export {
  type CalendarVersionInput,
  type CalendarVersionOutcome,
  getCalendar,
  listCalendars,
  putCalendarVersion,
} from './calendars.ts';
export { canonicalJson, contentHash, sha256 } from './canonical-hash.ts';
export type { ActContext } from './context.ts';
export {
  createDefinition,
  type DefinitionQuery,
  type DraftInput,
  getDefinition,
  getVersion,
  listDefinitions,
  listVersions,
  offerTemplate,
  saveDraft,
} from './definitions.ts';
export { type EventQuery, readEvents } from './events.ts';
export {
  type Answer,
  type IdempotentAnswer,
  type IdempotentRequest,
  withIdempotency,
} from './idempotency.ts';
export {
  capacityOf,
  createServiceKey,
  type Identified,
  identify,
  listExampleOfficials,
  myCapacities,
  principalForKey,
} from './identity.ts';
export {
  delegate,
  endDelegation,
  listDelegations,
  listSubstitutes,
  type ShownDelegation,
} from './people/delegations.ts';
export { type HandedOver, handOverPost, type HandOverInput } from './people/hand-over.ts';
export { listServiceKeys, revokeKey } from './people/keys.ts';
export { addOfficial, changeOfficial, listOfficials } from './people/officials.ts';
export { changePost, createPost, getPost, listPosts } from './people/posts.ts';
export { listNotices, markNoticesSeen, type NoticeQuery, type NoticeView, unseenNotices } from './notices.ts';
export { getOrganisation } from './organisation.ts';
export { type Publication, publishDefinition, validateDefinition } from './publish.ts';
export { type SeedOptions, seed } from './seed.ts';
export {
  applyUnitImport,
  previewUnitImport,
  type UnitImportOutcome,
  type UnitImportPreview,
} from './unit-import.ts';
export { type DraftView, readReportDraft, saveReportDraft, type SavedDraft } from './drafts.ts';
export { type ExtensionSlack, extensionSlack } from './extension-slack.ts';
export { type Deadline, type Surroundings, taskSurroundings } from './surroundings.ts';
export { getUnit, listUnits, type UnitQuery } from './units.ts';
// the table of children
export {
  fileConsolidation,
  type FiledConsolidation,
  type FiledRow,
  type FiledTable,
} from './collect/filed.ts';
export {
  readNarrative,
  type SaveNarrativeInput,
  saveSection,
  type SectionNarrative,
} from './collect/narrative.ts';
export { type ReadSection } from './collect/sign-narrative.ts';
export { type CollectRow, type CollectTable, type ColumnTotal, collectTable } from './collect/table.ts';
// the task list
export { bulk, type BulkInput, type BulkItem, type BulkRow } from './tasks/bulk.ts';
export { listColleagues, listFilters, removeFilter, saveFilter } from './tasks/filters.ts';
export { countMyTasks, listTasks, type TaskCounts, type TaskListQuery } from './tasks/list.ts';
export { remind, type Reminded, type RemindInput } from './tasks/reminders.ts';
export { type Task } from './tasks/view.ts';
export { putWork, type WorkInput } from './tasks/work.ts';
// notices by mail, board, search, timeline
export { listMails, mailDone, makeDigests, takeMail } from './mails.ts';
export { boardUnits, campaignBoard } from './board.ts';
export { searchAll } from './search.ts';
export { campaignTimeline } from './timeline.ts';
// letters and registers
export { type DraftLetterInput, draftLetter } from './letters/draft.ts';
export { type SavedLetter, type SaveLetterInput, saveLetter } from './letters/edit.ts';
export { getIncoming, type Registered, registerIncoming } from './letters/incoming.ts';
export { type Issued, issueLetter, type Render } from './letters/issue.ts';
export {
  getOffice,
  type OfficeTemplate,
  type OfficeView,
  putOffice,
  type PutOfficeInput,
  putOfficeTemplate,
} from './letters/office.ts';
export { type OpinionInput, writeOpinion } from './letters/opinion.ts';
export { getLetter, type LetterFile, letterForFile, type LetterView } from './letters/read.ts';
export { listArrivals, listIncoming, listOutgoing, type RegisterQuery } from './letters/registers.ts';
export { approveLetter, type Moved, returnLetter, submitLetter, withdrawLetter } from './letters/way.ts';
