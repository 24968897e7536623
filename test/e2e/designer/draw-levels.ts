import type { Locator } from 'playwright-core';
import type { DrawingNode, Task } from '#model';
import { type Content, nameOf, presetFor } from './content.ts';
import { type LevelAt, sectionOf } from './level-at.ts';
import { drawObligations } from './draw-obligations.ts';
import { drawSelector } from './draw-selector.ts';
import { addTo, buttonOf, groupOf, type Hand, listOf, pick, say, textOf, unfold } from './hand.ts';
import { typedDate, word } from './words.ts';

/** The top as a new drawing names it. */
const TOP = 'Đơn vị khởi động';

/** All levels and groups with everything that is said of them, top first. */
export async function drawLevels(hand: Hand, content: Content): Promise<void> {
  const { definition } = content;
  for (const node of definition.nodes) {
    if (node.parent === null) {
      const panel = await hand.goTo(TOP);
      await say(hand, textOf(panel, 'Tên'), node.name);
      continue;
    }
    await hand.addLevel({
      preset: presetFor(node),
      under: nameOf(definition, node.parent),
      name: node.name,
    });
    const panel = await hand.goTo(node.name);
    await drawAddressees(hand, { panel, node, content });
    await drawTasks(hand, panel, node);
    await drawObligations(hand, { panel, node, content });
  }
  // what a level passes on can be said once there is somebody below it
  for (const node of definition.nodes) {
    const above = definition.nodes.some(({ parent }) => parent === node.id);
    if (above) await drawPassing(hand, await hand.goTo(node.name), node);
  }
}

async function drawAddressees(hand: Hand, { panel, node, content }: LevelAt): Promise<void> {
  await pick(hand, listOf(panel, 'Hệ thống').first(), word('chain', node.chain));
  const part = await sectionOf(hand, panel, 'Đơn vị nhận');
  await drawSelector(hand, { part, label: 'Chọn theo', select: node.select, content });
  await hand.tick(part.getByRole('checkbox', { name: 'Có thể chưa có đơn vị nào' }), node.allowEmpty);
  for (const { name, select } of node.subgroups) {
    const entry = await addTo(hand, part, 'Thêm: Nhóm con');
    await say(hand, textOf(entry, 'Tên'), name);
    await drawSelector(hand, { part: entry, label: 'Chọn theo', select, content });
  }
}

async function drawTasks(hand: Hand, panel: Locator, node: DrawingNode): Promise<void> {
  const part = await sectionOf(hand, panel, 'Nhiệm vụ');
  for (const task of node.tasks)
    await drawTask(hand, await addTo(hand, part, 'Thêm việc: Việc riêng của nhóm này'), { task, node });
}

async function drawTask(
  hand: Hand,
  entry: Locator,
  { task, node }: { readonly task: Task; readonly node: DrawingNode },
): Promise<void> {
  await say(hand, textOf(entry, 'Nội dung'), task.text);
  await pick(hand, listOf(entry, 'Vai trò'), word('role', task.role));
  await pick(hand, listOf(entry, 'Tính chất'), word('taskKind', task.kind));
  const { members } = task;
  if (members.kind === 'rest') await pick(hand, listOf(entry, 'Đối tượng'), 'Các đơn vị còn lại');
  if (members.kind === 'subgroup') {
    const name = node.subgroups.find(({ id }) => id === members.subgroup)?.name ?? '';
    await pick(hand, listOf(entry, 'Đối tượng'), name);
  }
  if (task.window !== null) {
    await hand.press(buttonOf(entry, 'Thêm: Thời gian thực hiện'));
    const window = groupOf(entry, 'Thời gian thực hiện');
    const { from, to } = task.window;
    if (typeof from === 'string') await say(hand, textOf(window, 'Từ ngày'), typedDate(from));
    if (typeof to === 'string') await say(hand, textOf(window, 'Đến hết ngày'), typedDate(to));
  }
  await pick(hand, listOf(entry, 'Chứng minh bằng'), word('proof', task.proof));
}

async function drawPassing(hand: Hand, panel: Locator, node: DrawingNode): Promise<void> {
  if (node.sharedTasks.length > 0) {
    const tasks = await sectionOf(hand, panel, 'Nhiệm vụ');
    for (const task of node.sharedTasks)
      await drawTask(hand, await addTo(hand, tasks, 'Thêm việc: Việc chung cho mọi nhóm bên dưới'), {
        task,
        node,
      });
  }
  const part = await sectionOf(hand, panel, 'Chuyển xuống và tổng hợp');
  const { dissemination, consolidation } = node;
  await pick(hand, listOf(part, 'Cách chuyển'), word('mode', dissemination.mode));
  if (dissemination.document !== null) {
    await hand.press(buttonOf(part, 'Thêm: Văn bản riêng'));
    await say(hand, textOf(part, 'Ký hiệu'), dissemination.document.codeNotation);
    await say(hand, textOf(part, 'Trích yếu (V/v)'), dissemination.document.subject);
  }
  await pick(hand, listOf(part, 'Ký'), word('sign', consolidation.sign));
  await pick(hand, listOf(part, 'Lập khi'), word('when', consolidation.when));
  if (node.information.length === 0) return;
  const informed = await sectionOf(hand, panel, 'Nơi nhận để biết');
  for (const { name } of node.information) {
    const entry = await addTo(hand, informed, 'Thêm: Gửi để biết');
    await say(hand, textOf(entry, 'Tên'), name);
  }
}
