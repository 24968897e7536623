import { arrangeNodes } from '../drawing/commands/placing.ts';
import type { Bench } from './bench.ts';
import { arrange } from './layout/arrange.ts';

type Layout = typeof arrange;

/** One step at the end; pressed again while it runs, it stops. A drawing changed meanwhile keeps its places. */
export async function arrangeAll({ editor, tools }: Bench, layout: Layout = arrange): Promise<void> {
  const { arranging, show, say } = tools.getState();
  if (arranging !== null) {
    arranging.abort();
    return;
  }
  const work = new AbortController();
  show({ arranging: work });
  const { definition } = editor.drawing.getState().present;
  try {
    const places = await layout(definition, work.signal);
    const { present, run } = editor.drawing.getState();
    if (present.definition !== definition) say('arrangeDropped');
    else {
      run(arrangeNodes(places));
      tools.getState().zoom?.fit();
      say('arranged');
    }
  } catch (error) {
    if (!work.signal.aborted) {
      say('arrangeFailed', { reason: error instanceof Error ? error.message : String(error) });
    }
  } finally {
    if (tools.getState().arranging === work) show({ arranging: null });
  }
}
