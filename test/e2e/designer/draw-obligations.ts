import type { Locator } from 'playwright-core';
import type { DueRule, ObligationRule, Reminder } from '#model';
import { missing } from './content.ts';
import { type LevelAt, sectionOf } from './level-at.ts';
import { drawSelector } from './draw-selector.ts';
import { addTo, buttonOf, groupOf, type Hand, listOf, pick, say, textOf, unfold } from './hand.ts';
import { typedDate, word } from './words.ts';

/** What a level owes. A new level owes what its siblings owe: most of it stands there already. */
export async function drawObligations(hand: Hand, at: LevelAt): Promise<void> {
  const part = await sectionOf(hand, at.panel, 'Nghĩa vụ báo cáo');
  const [rule, ...more] = at.node.obligations;
  if (more.length > 0) throw new Error('these drawings owe one report each');
  if (rule === undefined) {
    await hand.press(buttonOf(part, 'Bỏ: '));
    return;
  }
  const report = at.content.definition.reports.find(({ id }) => id === rule.report)?.title ?? '';
  const heading = part.getByRole('button', { name: `· ${report}` }).first();
  const entry = await unfold(hand, heading);
  await drawDue(hand, { entry, label: 'Hạn nộp', due: rule.due, at });
  await drawVia(hand, { entry, rule, at });
  for (const reminder of rule.reminders) await drawReminder(hand, entry, reminder);
  if (rule.escalation === null && rule.minimumWorkingDays === 0) return;
  const seldom = await unfold(hand, buttonOf(entry, 'Thêm lựa chọn'));
  if (rule.escalation !== null) {
    const add = buttonOf(seldom, 'Thêm: Báo cấp trên khi quá hạn');
    if (await add.isVisible()) await hand.press(add);
    await drawAlarm(hand, groupOf(seldom, 'Báo cấp trên khi quá hạn'), rule.escalation);
  }
  const least = textOf(seldom, 'Ít nhất (ngày làm việc)');
  await say(hand, least, String(rule.minimumWorkingDays));
}

interface DueAt {
  readonly entry: Locator;
  readonly label: string;
  readonly due: DueRule;
  readonly at: LevelAt;
}

async function drawDue(hand: Hand, { entry, label, due, at }: DueAt): Promise<void> {
  await pick(hand, listOf(entry, label), word('due', due.kind));
  if (due.kind === 'lead')
    await say(hand, textOf(entry, 'Số ngày làm việc').first(), String(due.workingDays));
  if (due.kind !== 'date') return;
  const { date } = due;
  if (typeof date === 'string') await say(hand, textOf(entry, 'Ngày').first(), typedDate(date));
  else {
    const asked = at.content.definition.parameters.find(({ key }) => key === date.parameter);
    const name = `Hỏi khi bắt đầu: ${asked?.label ?? missing(`parameter ${date.parameter}`)}`;
    await pick(hand, listOf(entry, 'Ngày').first(), name);
  }
  await hand.switchTo(entry.getByRole('radiogroup', { name: 'Cách tính' }).first(), word('bound', due.bound));
}

async function drawVia(
  hand: Hand,
  { entry, rule, at }: { readonly entry: Locator; readonly rule: ObligationRule; readonly at: LevelAt },
): Promise<void> {
  if (rule.via === null) return;
  const add = buttonOf(entry, 'Thêm: Qua đầu mối tổng hợp');
  if (await add.isVisible()) await hand.press(add);
  const via = groupOf(entry, 'Qua đầu mối tổng hợp');
  const { select, due } = rule.via;
  await drawSelector(hand, { part: via, label: 'Nơi tổng hợp', select, content: at.content });
  await drawDue(hand, { entry: via, label: 'Hạn của đầu mối', due, at });
}

async function drawReminder(hand: Hand, entry: Locator, reminder: Reminder): Promise<void> {
  if (reminder.unit !== 'workingDays' || reminder.offset >= 0) throw new Error('a reminder before the day');
  const known = buttonOf(entry, `Trước hạn ${-reminder.offset} ngày làm việc, ${reminder.time}`);
  if (await known.isVisible()) return;
  await drawAlarm(hand, await addTo(hand, entry, 'Thêm: Nhắc việc'), reminder);
}

async function drawAlarm(hand: Hand, part: Locator, alarm: Reminder): Promise<void> {
  await pick(hand, part.getByRole('combobox').first(), word('alarmUnit', alarm.unit));
  await say(hand, textOf(part, 'Trước (−), sau (+)'), String(alarm.offset));
  if (alarm.unit === 'workingDays') await say(hand, textOf(part, 'Lúc'), alarm.time);
}
