import type { Locator } from 'playwright-core';
import type { Directive, LegalBasis, PartialDate, Recipient } from '#model';
import { type Content, nameOf } from './content.ts';
import { addTo, buttonOf, groupOf, type Hand, listOf, pick, say, textOf, unfold } from './hand.ts';
import { word } from './words.ts';

/** The letter, from what the designer proposes by itself. */
export async function drawLetter(hand: Hand, content: Content): Promise<void> {
  const { directive } = content.template;
  const panel = await hand.panel('Văn bản');
  await hand.press(buttonOf(panel, 'Soạn từ bản vẽ'));
  await say(hand, textOf(panel, 'Số, ký hiệu'), `/${directive.codeNotation}`);
  await say(hand, listOf(panel, 'Loại văn bản'), directive.documentType);
  await say(hand, textOf(panel, 'Cơ quan ban hành'), directive.issuingBody);
  if (directive.draftingUnit !== null)
    await say(hand, textOf(panel, 'Đơn vị soạn thảo'), directive.draftingUnit);
  await say(hand, textOf(panel, 'Địa danh'), directive.place);
  await say(hand, textOf(panel, 'Ngày ban hành'), typedPartial(directive.issuedDate));
  await say(hand, textOf(panel, 'Trích yếu (V/v)'), directive.subject);
  for (const basis of directive.legalBasis)
    await drawBasis(hand, await addTo(hand, panel, 'Thêm căn cứ: '), basis);
  await drawAddressees(hand, panel, content);
  await say(hand, textOf(panel, 'Nội dung'), directive.paragraphs.join('\n'));
  await drawRecipients(hand, panel, directive.recipients);
  await hand.tick(panel.getByRole('checkbox', { name: 'Chỉ gửi bản điện tử' }), directive.electronicOnly);
  await drawSignature(hand, panel, directive);
}

/** `11/2024`, `14/11/2024`, `2024`. */
const typedPartial = (date: PartialDate | null): string =>
  date === null
    ? ''
    : [date.day, date.month]
        .flatMap((part) => (part === null ? [] : [String(part).padStart(2, '0')]))
        .concat(String(date.year))
        .join('/');

async function drawBasis(hand: Hand, entry: Locator, basis: LegalBasis): Promise<void> {
  await say(hand, textOf(entry, 'Số, ký hiệu'), basis.documentCode ?? '');
  await say(hand, textOf(entry, 'Loại'), basis.type ?? '');
  await say(hand, textOf(entry, 'Trích yếu'), basis.title);
  await say(hand, textOf(entry, 'Ngày'), typedPartial(basis.issuedDate));
  await say(hand, textOf(entry, 'Cơ quan ban hành'), basis.body);
  await pick(hand, listOf(entry, 'Quan hệ'), word('relation', basis.relation));
}

/** Proposed for each group below the top, bound to it: only the wording may differ. */
async function drawAddressees(hand: Hand, panel: Locator, { definition, template }: Content): Promise<void> {
  for (const { text, node } of template.directive.addressees) {
    const proposed = nameOf(definition, node);
    if (text === proposed) {
      await panel.getByRole('button', { name: proposed, exact: true }).waitFor();
      continue;
    }
    const entry = await unfold(hand, panel.getByRole('button', { name: proposed, exact: true }));
    await say(hand, textOf(entry, 'Ghi trong văn bản'), text);
  }
}

/** “Như trên” first and “VT” last stand there already; the others are added and brought before “VT”. */
async function drawRecipients(hand: Hand, panel: Locator, recipients: readonly Recipient[]): Promise<void> {
  for (const recipient of recipients) {
    const title = `${recipient.name} (${word('purpose', recipient.purpose)})`;
    const known = panel.getByRole('button', { name: title, exact: true });
    if (await known.isVisible()) continue;
    const entry = await addTo(hand, panel, 'Thêm nơi nhận: ');
    await say(hand, textOf(entry, 'Tên'), recipient.name);
    await pick(hand, listOf(entry, 'Mục đích'), word('purpose', recipient.purpose));
    await hand.moveUp(known);
  }
}

async function drawSignature(hand: Hand, panel: Locator, { signature }: Directive): Promise<void> {
  if (signature === null) return;
  await hand.press(buttonOf(panel, 'Thêm: Phần ký'));
  const part = groupOf(panel, 'Phần ký');
  for (const [at, title] of signature.titles.entries()) {
    const line = at + 1;
    const field = listOf(part, `Chức vụ, dòng ${line}`);
    if (!(await field.isVisible())) await hand.press(buttonOf(part, 'Thêm dòng'));
    await say(hand, field, title);
    const authority = signature.authority[at];
    if (authority !== undefined)
      await pick(hand, listOf(part, `Thẩm quyền ký, dòng ${line}`), `${authority}.`);
  }
  if (signature.name !== null) await say(hand, textOf(part, 'Họ và tên'), signature.name);
}
