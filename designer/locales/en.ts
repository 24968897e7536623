import { CAMPAIGN_WORDS, MODE_WORDS, TIMELINESS_WORDS, titlesIn, wordsIn } from '#model/status-words';
import { status, time } from './standing.ts';
import { en as shell } from './areas/shell.ts';
import { en as people } from './areas/people.ts';
import { en as tasks } from './areas/tasks.ts';
import { en as registers } from './areas/registers.ts';
import { en as report } from './areas/report.ts';
import { en as collect } from './areas/collect.ts';
import { en as board } from './areas/board.ts';
import { en as notices } from './areas/notices.ts';
import { en as audit } from './areas/audit.ts';
import { en as canvas } from './areas/canvas.ts';
import { en as command } from './areas/command.ts';
import { en as dates } from './areas/dates.ts';
import { en as editor } from './areas/editor.ts';
import { en as exchange } from './areas/exchange.ts';
import { en as form } from './areas/form.ts';
import { en as forms } from './areas/forms.ts';
import { en as inspector } from './areas/inspector.ts';
import { en as letter } from './areas/letter.ts';
import { en as library } from './areas/library.ts';
import { en as problems } from './areas/problems.ts';
import { en as tools } from './areas/tools.ts';
import { en as trial } from './areas/trial.ts';

import type { vi } from './vi.ts';

export const en: typeof vi = {
  shell,
  people,
  tasks,
  registers,
  report,
  collect,
  board,
  notices,
  audit,
  canvas,
  command,
  dates,
  editor,
  exchange,
  form,
  forms,
  inspector,
  letter,
  library,
  problems,
  tools,
  trial,
  app: {
    name: 'Cascade',
    skip: 'Skip to content',
    language: 'Tiếng Việt',
    theme: 'Light or dark',
  },
  session: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    needed: 'Sign in to see the campaigns of your unit.',
    example: 'This machine runs a trial: choose an example official, no password needed.',
    lead: 'Directives go down, reports come up, and every level’s deadline is kept.',
    all: 'whole installation',
    ended: 'The session has ended',
    keeping:
      'The session has ended. What you were writing is still here: sign in in a new window, then come back and go on.',
    unavailable: 'Sign-in is not configured. The administrator sets OIDC_ISSUER and OIDC_CLIENT_ID.',
  },
  notFound: {
    title: 'No such page',
    text: 'The address is wrong, or the page has moved.',
    back: 'To the first page',
  },
  error: {
    title: 'Could not load',
    act: 'Could not do it',
    retry: 'Try again',
    reload: 'Reload the page',
    page: 'The page could not be opened, perhaps because the system was just updated. Reload it.',
    part: 'A part of the page could not be loaded, perhaps because the system was just updated. Save what you are doing, then reload the page.',
    network: 'The server cannot be reached. Check the network and try again.',
    lineLost: 'No connection. Trying again…',
  },
  common: {
    loading: 'Loading…',
    more: 'More',
    cancel: 'Cancel',
    close: 'Close',
    none: 'none',
    yes: 'Yes',
    no: 'No',
  },
  mode: titlesIn(MODE_WORDS, 'en'),
  campaignStatus: titlesIn(CAMPAIGN_WORDS, 'en'),
  campaigns: {
    title: 'Campaigns',
    empty: 'No campaigns yet',
    next: 'Next deadline',
    noDeadline: 'No deadline',
    filter: 'Filter campaigns',
    all: 'All',
  },
  counts: {
    owed: 'Owed',
    done: 'Done',
    onTime: time.en.inTime,
    late: time.en.late,
    missing: 'Overdue',
    submitted: status.en.submitted,
    returned: status.en.returned,
    waiting: 'Waiting',
  },
  status: status.en,
  timeliness: wordsIn(TIMELINESS_WORDS, 'en'),
  monitor: {
    back: 'Campaigns',
    drawing: 'Cascade',
    drawingHint: 'The directive goes down (solid), reports come up (dashed).',
    units: 'Units',
    totals: 'Consolidation',
    log: 'Log',
    letter: 'Letter',
    period: 'Reporting period',
    search: 'Find a unit, with or without accents',
    allStatuses: 'Any status',
    noMatch: 'No unit matches. Remove part of the filter.',
    unit: 'Unit',
    status: 'Status',
    due: 'Due',
    report: 'Version',
    received: 'Received',
    via: 'via {unit}',
    daysLeft: '{days, plural, =0 {until today} one {# day left} other {# days left}}',
    daysOver: '{days, plural, =0 {just overdue} one {# day over} other {# days over}}',
    you: 'your unit',
    live: 'Live updates',
    reconnecting: 'Reconnecting…',
    nothingYet: 'Nothing has happened yet.',
    expand: 'Open {unit}',
    collapse: 'Close {unit}',
    path: 'Place in the cascade',
    top: 'Top level',
    below: 'Below: {done}/{opened} done{overdue, plural, =0 {} other {, # overdue}}',
    noUnits: 'No units registered yet',
  },
  clock: {
    title: 'Rehearsal clock',
    next: 'Next event',
    day: '+1 day',
    week: '+1 week',
    end: 'To the end',
    moving: 'Moving to {at}',
    movingOn: 'Moving…',
    rests: 'At rest',
    denied: 'Only leaders and designers move the clock.',
  },
  totals: {
    none: 'Nothing consolidated yet.',
    provisional: 'Provisional, not signed',
    signed: 'Signed, revision {revision}',
    draft: 'To be signed, revision {revision}',
    coverage: '{accepted} of {owed} in',
    missing: 'Missing',
    missingMore: 'Show all',
    missingLess: 'Show fewer',
    complete: 'Every unit is in',
    indicator: 'Indicator',
    value: 'Value',
    sources: 'Where it comes from',
    sourcesOf: 'By unit: {indicator}',
    inferred: 'Indicators suggested by us; the source document prescribes none.',
  },
  due: {
    title: 'Why this date?',
    none: 'The directive sets no deadline.',
    date: 'The directive says {bound, select, before {before} other {by}} {time} {date}.',
    period: 'The reporting period says {bound, select, before {before} other {by}} {time} {date}.',
    lead: '{workingDays, plural, one {# working day} other {# working days}} before the unit above ({from}): {date}.',
    leadHours: '{hours, plural, one {# hour} other {# hours}} before the unit above: {date}.',
    event: 'Counted from the event {event}.',
    rolled: 'Falls on a day off, moved to {date}.',
    extension: 'Extended to {date}.',
    rework: 'Date for the returned report: {date}.',
    recurrence: 'From the recurrence: {date}.',
    exclusive: 'Latest day that is still on time: {date}.',
  },
  event: {
    campaign_started: 'Campaign started',
    campaign_closed: 'Campaign closed',
    campaign_cancelled: 'Campaign cancelled',
    period_opened: 'Reporting period opened',
    period_missing: 'Missing when the period closed',
    clock_moved: 'Reached the next event',
    clock_rests: 'Clock at rest',
    calendar_changed: 'Working calendar changed, dates recomputed',
    event_declared: 'Event declared',
    node_disseminated: 'Passed on',
    node_due: 'Reminders, overdue',
    obligation_acknowledged: 'Acknowledged',
    report_submitted: 'Report submitted',
    report_accepted: 'Report accepted',
    report_returned: 'Report returned',
    report_received: 'Receipt confirmed',
    extension_asked: 'Extension asked',
    extension_decided: 'Extension decided',
    consolidation_drawn: 'Consolidation drawn up',
    consolidation_signed: 'Consolidation signed',
    actorTask_acknowledged: 'Own task acknowledged',
  },
};
