import { type Frames, measureFrames } from './frames.ts';
import { withPages } from './pages.ts';
import { measureRules, type RuleTimes } from './rules.ts';
import { measureWorkers, organisation, type WorkerTimes } from './workers.ts';

export interface DesignerResults {
  readonly rules: RuleTimes;
  readonly workers: WorkerTimes;
  readonly frames: Frames;
}

type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** The designer in Chromium: needs no server but a folder over HTTP. */
export function measureDesigner(step: Step): Promise<DesignerResults> {
  return withPages({ '/api/organisation': organisation() }, async (pages) => ({
    rules: await step('kiểm tra và biên dịch 200 cấp / validating and compiling 200 levels', measureRules),
    workers: await step('xếp và mô phỏng trong trình duyệt / layout and simulation in the browser', () =>
      measureWorkers(pages),
    ),
    frames: await step('kéo, cuộn, phóng / dragging, panning, zooming', () => measureFrames(pages)),
  }));
}
