import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Editor, useEditor } from '../drawing/editor.tsx';
import { whenIdle } from '../problems/when-idle.ts';
import { workOut } from './work-out.ts';

/** Works the deadlines of the trial out again after every command. Called once by the page. */
export function useDates(): void {
  const editor = useEditor();
  useEffect(() => followDates(editor), [editor]);
}

function followDates({ drawing, findings }: Editor): () => void {
  const look = () => {
    const { calendars, trial } = findings.getState();
    const { definition } = drawing.getState().present;
    const { schedule, problems } = workOut({ definition, calendars, trial });
    const before = findings.getState();
    // a deadline that stays the same stays the same object: its level is not drawn again
    const shared = replaceEqualDeep(
      { schedule: before.schedule, scheduleProblems: before.scheduleProblems },
      { schedule, scheduleProblems: problems },
    );
    if (shared.schedule !== before.schedule || shared.scheduleProblems !== before.scheduleProblems) {
      before.set(shared);
    }
  };
  const idle = whenIdle(look);
  look();
  const stops = [
    drawing.subscribe(({ present }, before) => {
      if (concerns(present.definition, before.present.definition)) idle.ask();
    }),
    findings.subscribe(({ calendars, trial }, before) => {
      if (calendars !== before.calendars || trial !== before.trial) idle.ask();
    }),
    idle.cancel,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

type Definition = ReturnType<Editor['drawing']['getState']>['present']['definition'];

/** A level that is moved, or a form that is worded otherwise, changes no date: unchanged parts are the same objects. */
const concerns = (now: Definition, before: Definition): boolean =>
  now.nodes !== before.nodes ||
  now.reports !== before.reports ||
  now.parameters !== before.parameters ||
  now.calendar !== before.calendar;
