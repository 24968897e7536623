import { describe, expect, it } from 'vitest';
import { assignChanged, typedText } from './merge-key.ts';

const FORM = { title: 'Báo cáo', sections: [{ id: 'a', title: 'Kết quả' }], nilAllowed: true };

describe('which text is being typed', () => {
  it('is named by its path where one text differs', () => {
    expect(typedText(FORM, { ...FORM, title: 'Báo cáo năm' })).toBe('title');
    expect(typedText(FORM, { ...FORM, sections: [{ id: 'a', title: 'Kiến nghị' }] })).toBe(
      'sections/0/title',
    );
  });

  it('is nothing where a choice, a list or more than one text differs', () => {
    expect(typedText(FORM, { ...FORM, nilAllowed: false })).toBeUndefined();
    expect(typedText(FORM, { ...FORM, sections: [] })).toBeUndefined();
    expect(
      typedText(FORM, { ...FORM, title: 'B', sections: [{ id: 'a', title: 'Kiến nghị' }] }),
    ).toBeUndefined();
    expect(typedText(FORM, FORM)).toBeUndefined();
  });
});

describe('taking over what differs', () => {
  it('leaves everything else alone', () => {
    const draft = { ...FORM };
    assignChanged(draft, FORM, { title: 'Khác', sections: FORM.sections });
    expect(draft).toEqual({ ...FORM, title: 'Khác' });
    expect(draft.sections).toBe(FORM.sections);
  });
});
