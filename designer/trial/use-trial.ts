import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { civilDateOf } from '#engine';
import type { Calendar, Unit } from '#model';
import type { Items } from '#api/http/shapes';
import type { UnitDetails } from '#api/routes/units/shapes';
import { get } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { useEditor } from '../drawing/editor.tsx';
import { followTrial } from './follow-trial.ts';
import { openWorker } from './open-worker.ts';
import { sensibleStart } from './start-day.ts';

/**
 * Called once by the page of the editor: chooses who starts and when, has the calendars and units fetched,
 * and the plan compiled beside the page after every change.
 */
export function useTrial(): void {
  const editor = useEditor();
  const own = useMe().data?.unit?.id ?? null;
  const calendars = useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => get<Items<Calendar>>('/api/calendars', signal),
    staleTime: 60_000,
  }).data?.items;
  useEffect(() => {
    if (calendars !== undefined) editor.findings.getState().set({ calendars });
  }, [editor, calendars]);
  const unit = useQuery({
    queryKey: ['unit', own],
    queryFn: ({ signal }) => get<UnitDetails>(`/api/units/${encodeURIComponent(own ?? '')}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: own !== null,
  }).data;
  const asked = own === null || unit !== undefined;
  useEffect(() => {
    if (asked) choose(editor, unit ?? null);
  }, [editor, asked, unit]);
  useEffect(() => followTrial(editor, openWorker), [editor]);
}

/** A letter of a past year is tried in its own time; `<TrialChoice/>` says so. What was chosen already stays. */
function choose({ drawing, findings }: ReturnType<typeof useEditor>, own: Unit | null): void {
  const { trial, set } = findings.getState();
  const today = civilDateOf(new Date().toISOString());
  const rootUnitId = trial.rootUnitId ?? own?.id ?? null;
  const { validFrom = null, validTo = null } = own ?? {};
  const { definition } = drawing.getState().present;
  const known = { today, parameters: trial.parameters, validFrom, validTo };
  // another day than today was chosen by who opened the drawing
  const startOn = trial.startOn === today ? sensibleStart(definition, known) : trial.startOn;
  if (startOn !== trial.startOn || rootUnitId !== trial.rootUnitId)
    set({ trial: { ...trial, rootUnitId, startOn } });
}
