import type { Definition, DueRule } from '#model';

/** A sentence of the locale: `dates.rule_<key>`, `dates.named_<key>`. */
export interface Words {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Around {
  readonly definition: Pick<Definition, 'parameters' | 'events'>;
  /** What a lead counts from: the level above, its consolidator, or the period where nobody above owes. */
  readonly base: 'superior' | 'consolidator' | 'period';
}

/** The rule of a deadline as an official says it: "trước 5 ngày làm việc so với hạn của cấp trên". */
export function ruleWords(rule: DueRule, { definition, base }: Around): Words {
  switch (rule.kind) {
    case 'none':
    case 'unknown':
    case 'period':
      return { key: rule.kind, params: {} };
    case 'date': {
      // the day itself stands beside it, with “trước” or “chậm nhất”
      if (typeof rule.date === 'string') return { key: 'date', params: {} };
      const { parameter } = rule.date;
      const label = definition.parameters.find(({ key }) => key === parameter)?.label ?? parameter;
      return { key: 'parameter', params: { label } };
    }
    case 'lead':
      return { key: 'lead', params: { days: rule.workingDays, base } };
    case 'leadHours':
      return { key: 'leadHours', params: { hours: rule.hours, base } };
    case 'event': {
      const event = definition.events.find(({ key }) => key === rule.event)?.label ?? rule.event;
      const { offset, days, bound } = rule;
      return {
        key: 'event',
        params: { event, days: Math.abs(offset), way: wayOf(offset), unit: days, bound },
      };
    }
  }
}

const wayOf = (offset: number): string => (offset < 0 ? 'before' : offset === 0 ? 'on' : 'after');
