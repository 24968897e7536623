import { describe, expect, it } from 'vitest';
import {
  Directive,
  DrawingNode,
  DueRule,
  Indicator,
  NamedPeriod,
  ObligationRule,
  Periods,
  Selector,
  Task,
} from '#model';
import { bare, describeSchema, pick, shapeOf } from './schema.ts';

const of = (schema: Parameters<typeof describeSchema>[0]) => describeSchema(schema);

describe('a schema of the model', () => {
  it('is seen through defaults, nullable and the trimming of text', () => {
    expect(of(Task.shape.text)).toEqual({ kind: 'text', max: 4000, nullable: false, optional: false });
    expect(of(Task.shape.window)).toMatchObject({ kind: 'object', nullable: true });
    expect(of(Indicator.shape.unit)).toMatchObject({ kind: 'text', max: 60 });
    expect(of(Directive.shape.codeNumber)).toMatchObject({ kind: 'text', nullable: true });
    expect(bare(ObligationRule.shape.onlyIf)).toMatchObject({ nullable: true, optional: false });
  });

  it('tells the limits of a number', () => {
    expect(of(ObligationRule.shape.minimumWorkingDays)).toMatchObject({
      kind: 'number',
      min: 0,
      max: 250,
      whole: true,
    });
  });

  it('lists the options of an enum and the variants of a union', () => {
    expect(of(Task.shape.role)).toMatchObject({ kind: 'choice', options: ['lead', 'coordinate', 'joint'] });
    const due = of(DueRule);
    expect(due.kind === 'variants' && [...due.variants.keys()]).toEqual([
      'none',
      'unknown',
      'date',
      'period',
      'lead',
      'leadHours',
      'event',
    ]);
    expect(of(Periods)).toMatchObject({ kind: 'variants', by: 'kind' });
    expect(of(ObligationRule.shape.escalation)).toMatchObject({
      kind: 'variants',
      by: 'unit',
      nullable: true,
    });
  });

  it('knows lists, switches and literals', () => {
    expect(of(DrawingNode.shape.tasks)).toMatchObject({ kind: 'list', element: Task });
    expect(of(DrawingNode.shape.allowEmpty)).toMatchObject({ kind: 'switch' });
    const selector = of(Selector);
    const root = selector.kind === 'variants' ? selector.variants.get('root') : undefined;
    expect(root && of(shapeOf(root)['kind'] ?? Selector)).toMatchObject({ kind: 'literal', value: 'root' });
  });

  it('has some of its fields picked in the order that is asked for', () => {
    expect(Object.keys(pick(NamedPeriod, ['to', 'label', 'nothing']).shape)).toEqual(['to', 'label']);
  });
});
