import type { Locator } from 'playwright-core';
import type { Selector } from '#model';
import { type Content, missing } from './content.ts';
import { buttonOf, type Hand, listOf, pick, textOf, unfold } from './hand.ts';
import { word } from './words.ts';

interface SelectorAt {
  readonly part: Locator;
  /** Name of the list that says how units are chosen. */
  readonly label: string;
  readonly select: Selector;
  readonly content: Content;
}

/** Who is addressed, as far as it does not stand there already. */
export async function drawSelector(hand: Hand, { part, label, select, content }: SelectorAt): Promise<void> {
  await pick(hand, listOf(part, label).first(), word('select', select.kind));
  const said = (name: string): Promise<boolean> => part.getByText(name, { exact: true }).first().isVisible();
  if (select.kind === 'list') {
    for (const unit of select.units) {
      if (typeof unit !== 'string') continue;
      const name = content.unitName(unit);
      if (!(await said(name))) await hand.find(textOf(part, 'Thêm: Đơn vị').first(), name);
    }
  }
  if (select.kind === 'ofKind') {
    for (const kind of select.unitKinds) {
      const name = word('unitKind', kind);
      if (!(await said(name))) await hand.choose(listOf(part, 'Loại đơn vị').first(), name);
    }
    await drawWithin(hand, { part, select, content });
  }
  if (select.kind === 'criterion') {
    for (const { attribute, op, value } of select.where) {
      await hand.press(buttonOf(part, 'Thêm: Điều kiện'));
      await pick(hand, listOf(part, 'Thuộc tính'), word('attribute', attribute));
      await pick(hand, listOf(part, 'So sánh'), word('op', op));
      for (const each of [value ?? []].flat())
        await hand.choose(listOf(part, 'Giá trị'), word('unitKind', String(each)));
    }
  }
}

async function drawWithin(
  hand: Hand,
  given: Pick<SelectorAt, 'part' | 'content'> & { readonly select: Extract<Selector, { kind: 'ofKind' }> },
): Promise<void> {
  const { part, select, content } = given;
  const { within } = select;
  if (typeof within === 'string') return;
  const asked = content.definition.parameters.find(({ key }) => key === within.parameter);
  const narrowed = await unfold(hand, buttonOf(part, 'Thu hẹp phạm vi'));
  await pick(hand, listOf(narrowed, 'Ở đâu'), 'Dưới một đơn vị cụ thể');
  const name = `Hỏi khi bắt đầu: ${asked?.label ?? missing(`parameter ${within.parameter}`)}`;
  await hand.find(textOf(narrowed, 'Ở đâu').last(), name);
}
