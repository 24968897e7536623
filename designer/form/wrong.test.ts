import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AttachmentRule, CivilDate, ObligationRule, Task } from '#model';
import { wrongOf } from './wrong.ts';

const wrong = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error === undefined ? null : wrongOf(error);
};

describe('why a value is not taken', () => {
  it('is said in words of the form, not of the schema', () => {
    expect(wrong(Task.shape.text, '   ')).toEqual({ key: 'empty' });
    expect(wrong(Task.shape.text, 'x'.repeat(4001))).toEqual({ key: 'tooLong', params: { count: 4000 } });
    expect(wrong(CivilDate, 'mai')).toEqual({ key: 'format' });
    expect(wrong(ObligationRule.shape.minimumWorkingDays, 400)).toEqual({ key: 'range' });
    expect(wrong(AttachmentRule.shape.extensions, [])).toEqual({ key: 'tooFew', params: { count: 1 } });
    expect(
      wrong(
        ObligationRule.shape.reminders,
        Array.from({ length: 11 }, () => ({ unit: 'hours', offset: 1 })),
      ),
    ).toEqual({ key: 'tooMany', params: { count: 10 } });
  });

  it('names what the drawing lacks', () => {
    expect(wrong(ObligationRule, { due: { kind: 'none' } })).toEqual({
      key: 'missing',
      params: { what: 'report' },
    });
  });
});
