import { describe, expect, it } from 'vitest';
import { Parameter } from '#model';
import { settleParameters } from './parameters.ts';

const ASKED = Parameter.parse({ key: 'han', label: 'Hạn cuối', kind: 'date', default: '2026-12-08' });

describe('a question asked at the start', () => {
  it('loses its default with its kind, and keeps it otherwise', () => {
    expect(settleParameters([ASKED], [{ ...ASKED, kind: 'text' }])[0]?.default).toBeNull();
    expect(settleParameters([ASKED], [{ ...ASKED, label: 'Hạn' }])[0]?.default).toBe('2026-12-08');
  });
});
