import { Definition } from '#model';
import type { Drawing } from '../drawing/drawing.ts';

/**
 * A drawing to begin with: the unit that starts, and one report form for the levels to come. What stands
 * in a drawing is Vietnamese in either language of the page.
 */
export function firstDrawing(title: string, key: string): Drawing {
  return {
    definition: Definition.parse({
      formatVersion: 1,
      key,
      title,
      reports: [{ id: 'bao-cao', title: 'Báo cáo kết quả thực hiện', kind: 'thematic' }],
      nodes: [{ id: 'khoi-dong', name: 'Đơn vị khởi động', parent: null, select: { kind: 'root' } }],
    }),
    directive: null,
  };
}
