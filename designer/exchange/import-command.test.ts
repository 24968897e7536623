import { expect, test } from 'vitest';
import { TEMPLATES as READY } from '#templates';
import { begin, run, undo } from '../drawing/history.ts';
import { importDrawing } from './import-command.ts';

const TEMPLATES = READY.map(({ key, definition, directive }) => [key, { definition, directive }] as const);

test('an imported drawing takes the place of the open one, keeps its key, and one undo brings back the very same', () => {
  const [open, other] = TEMPLATES.map(([, drawing]) => drawing);
  if (open === undefined || other === undefined) throw new Error('no templates');
  const after = run(begin(open), importDrawing(other));
  expect(after.present).toEqual({
    definition: { ...other.definition, key: open.definition.key },
    directive: other.directive,
  });
  expect(undo(after).present).toBe(open);
});
