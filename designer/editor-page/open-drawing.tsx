import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { civilDateOf } from '#engine';
import type { StoredDefinition } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import { createEditor, EditorProvider } from '../drawing/editor.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { mayEdit } from './may-edit.ts';
import { Workbench } from './workbench.tsx';

interface OpenDrawingProps {
  readonly stored: StoredDefinition;
  readonly me: Me;
}

/** Opens what is stored; from here on the editor's own drawing is the truth. */
export function OpenDrawing({ stored, me }: OpenDrawingProps) {
  const readOnly = !mayEdit(me, stored);
  const [editor] = useState(() =>
    createEditor(
      { definition: stored.draft, directive: stored.directive },
      {
        readOnly,
        trial: {
          rootUnitId: me.unit?.id ?? null,
          startOn: civilDateOf(new Date().toISOString()),
          parameters: {},
        },
      },
    ),
  );
  usePageTitle(stored.title);
  return (
    <EditorProvider editor={editor}>
      <ReactFlowProvider>
        <Workbench stored={stored} me={me} />
      </ReactFlowProvider>
    </EditorProvider>
  );
}
