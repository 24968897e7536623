import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  ActorTask,
  AttachmentRule,
  Condition,
  DrawingNode,
  DueRule,
  Indicator,
  LegalBasis,
  NamedPeriod,
  ObligationRule,
  Parameter,
  Periods,
  Recipient,
  Reminder,
  ReportForm,
  Selector,
  Signature,
  Target,
  Task,
  UnitId,
  Via,
  Window,
} from '#model';
import { fresh, type Seed, switched } from './fresh.ts';
import { describeSchema } from './schema.ts';

const seed: Seed = {
  name: 'Việc mới',
  day: '2024-11-18',
  taken: ['viec-moi'],
  reference: (field) => `${field}-1`,
};

const variantOf = (schema: z.ZodType, key: string): z.ZodObject => {
  const described = describeSchema(schema);
  const variant = described.kind === 'variants' ? described.variants.get(key) : undefined;
  if (variant === undefined) throw new Error(`no variant ${key}`);
  return variant;
};

describe('a new entry', () => {
  const schemas: Readonly<Record<string, z.ZodType>> = {
    ActorTask,
    AttachmentRule,
    Condition,
    DueRule,
    Indicator,
    LegalBasis,
    NamedPeriod,
    ObligationRule,
    Parameter,
    Periods,
    Recipient,
    Reminder,
    ReportForm,
    Selector,
    Signature,
    Target,
    Task,
    Via,
    Window,
    information: DrawingNode.shape.information,
    subgroups: DrawingNode.shape.subgroups,
  };
  for (const [name, schema] of Object.entries(schemas)) {
    it(`of ${name} is accepted by its schema`, () => {
      expect(schema.safeParse(fresh(schema, seed)).error).toBeUndefined();
    });
  }

  it('has a key of its own and the words it was made with', () => {
    expect(fresh(Task, seed)).toMatchObject({ id: 'viec-moi-2', text: 'Việc mới', window: null });
  });

  it('names the first of what there is', () => {
    expect(fresh(ObligationRule, seed)).toMatchObject({ report: 'report-1', due: { kind: 'none' } });
  });

  it('has a key made of its name where the key names nothing else', () => {
    expect(fresh(AttachmentRule, { ...seed, reference: () => null })).toMatchObject({ kind: 'viec-moi-2' });
  });

  it('is refused by the schema where nobody can guess', () => {
    const without: Seed = { ...seed, reference: () => undefined };
    expect(ObligationRule.safeParse(fresh(ObligationRule, without)).success).toBe(false);
    expect(UnitId.safeParse(fresh(UnitId, seed)).success).toBe(false);
  });
});

describe('another variant', () => {
  it('of a due rule begins with the day of the trial and “trước ngày”', () => {
    expect(switched(variantOf(DueRule, 'date'), { kind: 'none' }, seed)).toEqual({
      kind: 'date',
      date: '2024-11-18',
      time: null,
      bound: 'before',
    });
  });

  it('that counts back from the level above begins with a few days', () => {
    expect(switched(variantOf(DueRule, 'lead'), { kind: 'none' }, seed)).toEqual({
      kind: 'lead',
      workingDays: 3,
    });
  });

  it('keeps what both have', () => {
    const before = { kind: 'date', date: '2024-12-08', time: '15:00', bound: 'by' };
    expect(switched(variantOf(DueRule, 'event'), before, seed)).toEqual({
      kind: 'event',
      event: 'event-1',
      offset: 0,
      days: 'calendar',
      time: '15:00',
      bound: 'by',
    });
  });

  it('keeps conditions and place when a kind becomes a criterion', () => {
    const where = [{ attribute: 'has-kitchen', op: 'eq', value: true }];
    const before = { kind: 'ofKind', unitKinds: ['preschool'], within: 'vn', where };
    expect(switched(variantOf(Selector, 'criterion'), before, seed)).toEqual({
      kind: 'criterion',
      within: 'vn',
      where,
    });
  });
});
