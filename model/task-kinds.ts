/**
 * What waits for a unit. `report`, `rework`, `acknowledge`, `actorTask`: its own obligations; the others wait
 * at its desk: reports and requests to decide on, a directive to pass on or to register, a consolidation owed
 * or to be signed, a letter to approve or to issue.
 */
export const TASK_KINDS = [
  'report',
  'rework',
  'acknowledge',
  'actorTask',
  'decide',
  'extension',
  'disseminate',
  'consolidate',
  'register',
  'approve',
  'issue',
] as const;
