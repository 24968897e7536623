// running campaigns
export { type ActorTaskQuery, acknowledgeActorTask, listActorTasks } from './actor-tasks.ts';
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
export { type AuditQuery, listAudit, verifyAudit } from './audit.ts';
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
  createServiceKey,
  type Identified,
  identify,
  listExampleOfficials,
  myCapacities,
  principalForKey,
} from './identity.ts';
export { listNotices, type NoticeQuery } from './notices.ts';
export { getOrganisation } from './organisation.ts';
export { type Publication, publishDefinition, validateDefinition } from './publish.ts';
export { type SeedOptions, seed } from './seed.ts';
export {
  applyUnitImport,
  previewUnitImport,
  type UnitImportOutcome,
  type UnitImportPreview,
} from './unit-import.ts';
export { getUnit, listUnits, type UnitQuery } from './units.ts';
