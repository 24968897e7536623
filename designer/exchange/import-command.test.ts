import { expect, test } from 'vitest';
import { begin, run, undo } from '../drawing/history.ts';
import { importDrawing } from './import-command.ts';
import { TEMPLATES } from './templates-of-tests.ts';

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
