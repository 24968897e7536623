// life
export { decideCampaign } from './campaign.ts';
export { add, compare, divide, normalise, subtract } from './decimal.ts';
export { canonicalInstant, isBefore } from './instant.ts';
export { decideNode } from './node.ts';
export { formatVi, type NumberRule, parseNumber } from './numbers.ts';
export { type Decision, deadlineInForce, decide, isCounted, isOutstanding, isOwed } from './obligation.ts';
export { type CheckedReport, checkReport, nilValues, type UploadedFile } from './report.ts';
export { timelinessOf, workingDaysLate } from './timeliness.ts';
export { type AcrossPeriods, acrossPeriods, type PeriodReport } from './across-periods.ts';
export { consolidate } from './consolidate.ts';
export {
  type ConsolidatedReport,
  type ConsolidatedValue,
  type Contribution,
  type Paragraph,
  type Parts,
  type Source,
  sectionsOf,
  valuesOf,
} from './consolidated.ts';
export { type Coverage, type CoverageRow, coverageOf, type Missing, missingBelow } from './coverage.ts';
export { consolidationCutoff, isCutoffReached } from './cutoff.ts';
export { baseRevision, type Difference, differences } from './difference.ts';
export type { Shortfall, TargetResult } from './target-result.ts';
export { percentOf, type TargetInput } from './targets.ts';
// time and plan
export {
  addDays,
  atTime,
  civilDateOf,
  lastDayOnTime,
  lastMomentOnTime,
  epochOf,
  formatDate,
  instantAt,
  isCivilDate,
  startOfDay,
  wholeDate,
  timeOfDayOf,
  weekday,
} from './civil.ts';
export { type WorkingCalendar, workingCalendar, YearNotCovered } from './calendar.ts';
export { type CompileInput, compile } from './compile.ts';
export { unitDuesFor } from './compile-unit-dues.ts';
export { issueWarnings, validateAddressees, validateDirective } from './directive.ts';
export { type DocumentCode, formatDocumentCode, parseDocumentCode, shownCode } from './document-code.ts';
export {
  type DueInput,
  dueInstant,
  type EventDates,
  type NamedDay,
  type ParameterValues,
  resolveDue,
} from './due.ts';
export { nextOccurrence, type Occurrence, type RecurrenceContext } from './recurrence.ts';
export { nextPeriod, reschedule, type Schedule, type ScheduleInput, schedule } from './schedule.ts';
export { acknowledgeDueKey, dueKeyOf, viaDueKey } from './schedule-dues.ts';
export { resolveParameters } from './schedule-parameters.ts';
export {
  type CampaignRows,
  type CanonicalConsolidation,
  type CanonicalNotice,
  type CanonicalObligation,
  type CanonicalState,
  type CanonicalVersion,
  type CanonicalWindowEnd,
  canonicalState,
} from './canonical.ts';
export { type CollectedRow, type DrawnUp, type DrawUpInput, drawUp, type OwnPart } from './draw-up.ts';
export { type ExtensionInput, extendedDue } from './extension.ts';
export { earliestFeasible } from './schedule-earliest.ts';
export { type ValidationContext, validate } from './validate.ts';
export { aggregationsFor, isNumeric } from './validate-reports.ts';
export { canConnect } from './validate-structure.ts';
export { simulate } from './simulate.ts';
export { inventedReport } from './simulate-behaviour.ts';
export {
  type Assumptions,
  type Behaviour,
  DEFAULT_ASSUMPTIONS,
  type LevelCounts,
  type OfficialAct,
  type ScriptedAct,
  type SimulatedReport,
  type SimulateInput,
  type Simulation,
  type TimelineEntry,
} from './simulate-types.ts';
export {
  deadlineWords,
  NOTICE_KINDS,
  noticeSentence,
  type NoticeFacts,
} from './notice-sentence.ts';
export { endOfWorkingDays, workingDaysLeft } from './working-days-left.ts';
