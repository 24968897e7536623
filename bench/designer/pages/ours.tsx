import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Definition, DrawingNode } from '#model';
import { Canvas } from '../../../designer/canvas/canvas.tsx';
import { createEditor, EditorProvider } from '../../../designer/drawing/editor.tsx';
import { i18n } from '../../../designer/locales/i18n.ts';
import { installRecorder } from './recorder.ts';
import { asked, sampleNodes } from './sample.ts';

const { count, whole } = asked();
const owes = { report: 'ket-qua', due: { kind: 'lead', workingDays: 3 } };
const sample = sampleNodes(count);
/** Larger than a drawing may be that is saved: built from parts, each of which the format accepts. */
const definition: Definition = {
  ...Definition.parse({
    formatVersion: 1,
    key: 'bench',
    title: 'Bản vẽ để đo',
    reports: [{ id: 'ket-qua', title: 'Báo cáo kết quả', kind: 'thematic' }],
    nodes: [{ id: 'n0', name: 'Đơn vị khởi động', parent: null, select: { kind: 'root' } }],
    layout: { nodes: Object.fromEntries(sample.map(({ id, x, y }) => [id, { x, y }])) },
  }),
  nodes: sample.map(({ id, parent }, index) =>
    DrawingNode.parse({
      id,
      name: parent === null ? 'Đơn vị khởi động' : `Nhóm đơn vị số ${index}`,
      parent,
      select: parent === null ? { kind: 'root' } : { kind: 'ofKind', unitKinds: ['commune'] },
      obligations: parent === null ? [] : [owes],
    }),
  ),
};

/** Until the canvas has fitted itself to the drawing. */
const OPENING_MS = 800;
const trial = { rootUnitId: null, startOn: '2024-11-01', parameters: {} };
const editor = createEditor({ definition, directive: null }, { trial });

function Ours() {
  useEffect(() => {
    // the canvas shows the whole drawing when it opens; working: one level in the middle, at full size
    const timer = setTimeout(() => {
      if (!whole) editor.view.getState().centre('n35');
      window.ready = true;
    }, OPENING_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Canvas />;
}

installRecorder();
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <EditorProvider editor={editor}>
          <Ours />
        </EditorProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
