import type { Extension, ReportVersion, Surroundings, Task } from './api.ts';

/** One thing that happened to a task, in the order of time. */
export type HistoryLine =
  | {
      readonly kind: 'acknowledged';
      readonly at: string;
      readonly name: string | null;
      readonly forName: string | null;
    }
  | { readonly kind: 'submitted'; readonly at: string; readonly version: ReportVersion }
  | { readonly kind: 'decided'; readonly at: string; readonly version: ReportVersion }
  | { readonly kind: 'extension'; readonly at: string; readonly extension: Extension }
  | { readonly kind: 'told'; readonly at: string; readonly notice: string };

/** Notices that repeat what versions and extensions say better. */
const SAID_OTHERWISE = new Set(['returned', 'accepted', 'extension']);

/** Newest first. */
export function historyOf(
  task: Pick<Task, 'versions' | 'extensions' | 'acknowledgedAt'>,
  around: Pick<Surroundings, 'notices' | 'acknowledgedByName' | 'acknowledgedForName'>,
): HistoryLine[] {
  const lines: HistoryLine[] = [
    ...around.notices
      .filter(({ kind }) => !SAID_OTHERWISE.has(kind))
      .map(({ kind, at }) => ({ kind: 'told' as const, at, notice: kind })),
    ...(task.acknowledgedAt === null
      ? []
      : [
          {
            kind: 'acknowledged' as const,
            at: task.acknowledgedAt,
            name: around.acknowledgedByName,
            forName: around.acknowledgedForName,
          },
        ]),
    ...task.extensions.map((extension) => ({
      kind: 'extension' as const,
      at: extension.decidedAt ?? extension.askedAt,
      extension,
    })),
    ...task.versions.flatMap((version): HistoryLine[] => [
      { kind: 'submitted', at: version.receivedAt, version },
      ...(version.decidedAt === null ? [] : [{ kind: 'decided' as const, at: version.decidedAt, version }]),
    ]),
  ];
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at) || b.index - a.index)
    .map(({ line }) => line);
}
