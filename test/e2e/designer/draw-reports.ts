import type { Locator } from 'playwright-core';
import type { Indicator, ReportForm, Target } from '#model';
import { type Content, missing, nameOf } from './content.ts';
import { addTo, type Hand, listOf, pick, say, textOf } from './hand.ts';
import { word } from './words.ts';

/** The report form that a new drawing begins with becomes the one of the content. */
export async function drawReports(hand: Hand, { definition }: Content): Promise<void> {
  const [report, ...more] = definition.reports;
  if (report === undefined || more.length > 0) throw new Error('these drawings have one report form');
  const panel = await hand.panel('Báo cáo');
  await say(hand, textOf(panel, 'Tên báo cáo'), report.title);
  await pick(hand, listOf(panel, 'Loại'), word('reportKind', report.kind));
  await say(hand, textOf(panel, 'Để làm gì'), report.purpose);
  for (const indicator of report.indicators)
    await drawIndicator(hand, await addTo(hand, panel, 'Thêm chỉ tiêu: '), indicator);
  for (const { title, required } of report.sections) {
    const entry = await addTo(hand, panel, 'Thêm mục: ');
    await say(hand, textOf(entry, 'Tên mục'), title);
    await hand.tick(entry.getByRole('checkbox', { name: 'Bắt buộc' }), required);
  }
  await drawSwitches(hand, panel, report);
}

async function drawIndicator(hand: Hand, entry: Locator, indicator: Indicator): Promise<void> {
  const figure = indicator.type === 'number' || indicator.type === 'ratio';
  await say(hand, textOf(entry, 'Tên chỉ tiêu'), indicator.label);
  await pick(hand, listOf(entry, 'Dạng'), word('indicatorType', indicator.type));
  if (figure) {
    await say(hand, textOf(entry, 'Đơn vị tính'), indicator.unit);
    await say(hand, textOf(entry, 'Số chữ số thập phân'), String(indicator.decimals));
  }
  await hand.tick(entry.getByRole('checkbox', { name: 'Bắt buộc' }), indicator.required);
  await pick(hand, listOf(entry, 'Tổng hợp lên trên'), word('aggregate', indicator.aggregate));
  if (figure) await pick(hand, listOf(entry, 'Qua các kỳ'), word('accumulation', indicator.accumulation));
}

async function drawSwitches(hand: Hand, panel: Locator, report: ReportForm): Promise<void> {
  const box = (name: string) => panel.getByRole('checkbox', { name });
  await hand.tick(box('Được báo cáo không phát sinh'), report.nilAllowed);
  await hand.tick(box('Không nhận bản giấy'), report.paperForbidden);
  await hand.tick(box('Chỉ tiêu do người thiết kế gợi ý'), report.inferred);
}

/** What belongs to the drawing as a whole, before the levels refer to it. */
export async function drawProperties(hand: Hand, content: Content): Promise<void> {
  const { definition } = content;
  const panel = await hand.panel('Bản vẽ');
  await say(hand, textOf(panel, 'Tóm tắt'), definition.summary);
  await pick(hand, listOf(panel, 'Hạn rơi vào ngày nghỉ'), word('onDayOff', definition.calendar.onDayOff));
  for (const { label, kind, default: usual } of definition.parameters) {
    const entry = await addTo(hand, panel, 'Thêm câu hỏi: ');
    await say(hand, textOf(entry, 'Câu hỏi'), label);
    await pick(hand, listOf(entry, 'Loại'), word('parameterKind', kind));
    const field = textOf(entry, 'Mặc định');
    if (kind === 'unit') await hand.find(field, content.unitName(String(usual)));
    else if (kind === 'date') await say(hand, field, String(usual).split('-').reverse().join('/'));
    else throw new Error(`no parameter of kind ${kind} in these drawings`);
  }
}

/** Once somebody owes the figures. */
export async function drawTargets(hand: Hand, { definition }: Content): Promise<void> {
  if (definition.targets.length === 0) return;
  const panel = await hand.panel('Bản vẽ');
  for (const target of definition.targets) {
    const entry = await addTo(hand, panel, 'Giao chỉ tiêu: ');
    const indicator = indicatorOf(definition.reports, target);
    await pick(hand, listOf(entry, 'Chỉ tiêu'), indicator.label);
    await say(hand, textOf(entry, 'Tổng giao'), Number(target.total).toLocaleString('vi-VN'));
    await pick(hand, listOf(entry, 'Giao cho'), nameOf(definition, target.node));
    await pick(hand, listOf(entry, 'Cách chia'), word('split', target.split.kind));
  }
}

const indicatorOf = (reports: readonly ReportForm[], target: Target): Indicator =>
  reports.find(({ id }) => id === target.report)?.indicators.find(({ id }) => id === target.indicator) ??
  missing(`indicator ${target.indicator}`);
