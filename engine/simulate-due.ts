import { instantAt } from './civil.ts';
import { isOutstanding } from './obligation.ts';
import { endWindows } from './simulate-windows.ts';
import { epoch, record, type SimNode, type SimObligation, setAlarms, type World } from './simulate-world.ts';

/** Applies everything of one node that is due by now, as `observeNode` does in one transaction. */
export function applyDue(world: World, node: SimNode): void {
  if (world.now < node.nextAt) return;
  node.nextAt = Number.POSITIVE_INFINITY;
  const counts = { reminder: 0, overdue: 0, escalation: 0, windowEnd: 0 };
  for (const obligation of node.watched) {
    if (obligation.state.closed) continue;
    counts.reminder += remind(world, obligation);
    counts.overdue += markOverdue(world, obligation);
    counts.escalation += escalate(world, obligation);
    setAlarms(world, obligation);
  }
  counts.windowEnd = endWindows(world, node);
  for (const kind of ['reminder', 'overdue', 'escalation', 'windowEnd'] as const) {
    const count = counts[kind];
    if (count > 0)
      record(world, { kind, unitId: node.plan.unitId, periodKey: node.periodKey, count, detail: '' });
  }
}

/** Reminders past when the row was opened are sent at the opening, once. */
function remind(world: World, obligation: SimObligation): number {
  if (!isOutstanding(obligation.state)) return 0;
  const due = obligation.remindAt.slice(obligation.reminded).filter((at) => at <= world.now);
  obligation.reminded += due.length;
  const instants = new Set(due.map((at) => Math.max(at, obligation.openedAt)));
  for (const at of instants) obligation.notices.push({ kind: 'reminder', at: instantAt(at) });
  return instants.size;
}

function markOverdue(world: World, obligation: SimObligation): number {
  const { state } = obligation;
  const dueAt = epoch(state.dueAt);
  if (isOutstanding(state) && state.overdueAt === null && dueAt !== null && dueAt <= world.now) {
    obligation.state = { ...state, overdueAt: state.dueAt };
    obligation.notices.push({ kind: 'overdue', at: instantAt(dueAt) });
    return 1;
  }
  const reworkDueAt = epoch(state.reworkDueAt);
  if (
    state.status !== 'returned' ||
    obligation.reworkOverdue ||
    reworkDueAt === null ||
    reworkDueAt > world.now
  )
    return 0;
  obligation.reworkOverdue = true;
  obligation.notices.push({ kind: 'overdue', at: instantAt(reworkDueAt) });
  return 1;
}

function escalate(world: World, obligation: SimObligation): number {
  const { escalateAt, escalated, state } = obligation;
  if (escalated || escalateAt === null || escalateAt > world.now || !isOutstanding(state)) return 0;
  obligation.escalated = true;
  obligation.notices.push({ kind: 'escalation', at: instantAt(Math.max(escalateAt, obligation.openedAt)) });
  return 1;
}
