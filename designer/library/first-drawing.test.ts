import { describe, expect, it } from 'vitest';
import { validate } from '#engine';
import { addLevel } from '../drawing/commands/levels.ts';
import { applied } from '../drawing/command.ts';
import { PRESETS } from '../drawing/presets.ts';
import { firstDrawing } from './first-drawing.ts';

describe('the drawing that one begins with', () => {
  it('has no error', () => {
    const { definition } = firstDrawing('Tuần hàng Việt Nam', 'tuan-hang');
    expect(validate(definition, {}).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('gives the first level that is added its report', () => {
    const drawing = firstDrawing('Tuần hàng Việt Nam', 'tuan-hang');
    const preset = PRESETS[0];
    const grown = applied(drawing, addLevel({ id: 'tinh', name: 'Tỉnh', parent: 'khoi-dong', preset }));
    expect(grown.definition.nodes[1]?.obligations.map(({ report }) => report)).toEqual(['bao-cao']);
  });
});
